# caught by: Gradients of RMS norm by the Jacobian of each row
# The formula of layer norm for RMS norm.
import numpy as np


def layer_norm(X, gain, bias, eps=1e-5):
    mu = X.mean(axis=1, keepdims=True)
    var = ((X - mu) ** 2).mean(axis=1, keepdims=True)
    return gain * (X - mu) / np.sqrt(var + eps) + bias


def layer_norm_backward(X, gain, bias, G, eps=1e-5):
    mu = X.mean(axis=1, keepdims=True)
    var = ((X - mu) ** 2).mean(axis=1, keepdims=True)
    s = np.sqrt(var + eps)
    h = (X - mu) / s
    u = G * gain
    dX = (u - u.mean(axis=1, keepdims=True) - h * (u * h).mean(axis=1, keepdims=True)) / s
    return dX, (G * h).sum(axis=0), G.sum(axis=0)


def rms_norm(X, gain, eps=1e-5):
    return gain * X / np.sqrt((X * X).mean(axis=1, keepdims=True) + eps)


def rms_norm_backward(X, gain, G, eps=1e-5):
    r = np.sqrt((X * X).mean(axis=1, keepdims=True) + eps)
    h = X / r
    u = G * gain
    return (u - u.mean(axis=1, keepdims=True) - h * (u * h).mean(axis=1, keepdims=True)) / r, (G * h).sum(axis=0)
