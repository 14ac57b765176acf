# caught by: The gradients need no matrix of the size of W
# Computes the gradient of W first, which has its size.
import numpy as np


def lora_forward(X, W, A, B, alpha):
    s = alpha / A.shape[0]
    return X @ W.T + s * ((X @ A.T) @ B.T)


def lora_gradients(X, W, A, B, alpha, G):
    s = alpha / A.shape[0]
    H = X @ A.T
    GB = G @ B
    dA = s * (B.T @ (G.T @ X))
    dB = s * (G.T @ H)
    dX = G @ W + s * (GB @ A)
    return dA, dB, dX


def lora_merge(W, A, B, alpha):
    s = alpha / A.shape[0]
    return W + s * (B @ A)
