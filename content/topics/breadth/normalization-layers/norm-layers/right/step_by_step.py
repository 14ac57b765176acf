# The chain rule through variance and mean, one row at a time; lists.
import numpy as np


def layer_norm(X, gain, bias, eps=1e-5):
    rows = []
    for x in X:
        c = x - np.mean(x)
        rows.append(list(gain * c * (np.dot(c, c) / len(c) + eps) ** -0.5 + bias))
    return rows


def layer_norm_backward(X, gain, bias, G, eps=1e-5):
    dX, dgain, dbias = [], np.zeros(len(gain)), np.zeros(len(gain))
    for x, g in zip(X, G):
        d = len(x)
        c = x - x.sum() / d
        v = (c**2).sum() / d
        inv = 1 / np.sqrt(v + eps)
        dhat = g * gain
        dv = (dhat * c).sum() * -0.5 * inv**3
        dc = dhat * inv + dv * 2 * c / d
        dX.append(dc - dc.sum() / d)
        dgain += g * c * inv
        dbias += g
    return dX, dgain, dbias


def rms_norm(X, gain, eps=1e-5):
    return [list(gain * x / np.sqrt(np.dot(x.astype(float), x) / len(x) + eps)) for x in X]


def rms_norm_backward(X, gain, G, eps=1e-5):
    dX, dgain = [], np.zeros(len(gain))
    for x, g in zip(X.astype(float), G):
        inv = (np.dot(x, x) / len(x) + eps) ** -0.5
        dhat = g * gain
        dX.append(dhat * inv - x * inv**3 * np.dot(dhat, x) / len(x))
        dgain = dgain + g * x * inv
    return dX, dgain
