# caught by: The forward pass holds no matrix of the size of W
# Merges in the forward pass: right, and as large as the layer itself.
import numpy as np


def lora_forward(X, W, A, B, alpha):
    s = alpha / A.shape[0]
    return X @ (W + s * (B @ A)).T


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
    return W + s * (B @ A)
