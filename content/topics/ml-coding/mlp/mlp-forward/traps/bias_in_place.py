# caught by: X, weights and biases are not changed
# A single example has the shape of the bias, so the sum can be made in it, and the bias is changed.
import numpy as np


def mlp_forward(X, weights, biases):
    if len(weights) != len(biases):
        raise ValueError("lengths")
    A = np.asarray(X, dtype=float)
    for l, (W, b) in enumerate(zip(weights, biases)):
        if len(A) == 1:
            b += (A @ W)[0]
            A = b[None].copy()
        else:
            A = A @ W + b
        if l < len(weights) - 1:
            A = np.maximum(A, 0)
    A = A - A.max(axis=1, keepdims=True)
    E = np.exp(A)
    return E / E.sum(axis=1, keepdims=True)
