# caught by: No argument is changed
# `+=` changes the caller's base model.
import numpy as np


def lora_forward(X, W, A, B, alpha):
    s = alpha / A.shape[0]
    return X @ W.T + s * ((X @ A.T) @ B.T)


def lora_gradients(X, W, A, B, alpha, G):
    s = alpha / A.shape[0]
    H = X @ A.T
    GB = G @ B
    dA = s * (GB.T @ X)
    dB = s * (G.T @ H)
    dX = G @ W + s * (GB @ A)
    return dA, dB, dX


def lora_merge(W, A, B, alpha):
    s = alpha / A.shape[0]
    W += s * (B @ A)
    return W
