# caught by: The gradients of the example
# W is frozen, so its path is left out; the layers before need it.
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
    dX = s * (GB @ A)
    return dA, dB, dX


def lora_merge(W, A, B, alpha):
    s = alpha / A.shape[0]
    return W + s * (B @ A)
