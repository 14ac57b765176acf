# caught by: X, weights and biases are not changed
# Keeps one array for all layers of the same width; `asarray` makes no copy, so the first of them is X itself.
import numpy as np


def mlp_forward(X, weights, biases):
    if len(weights) != len(biases):
        raise ValueError("lengths")
    A = np.asarray(X, dtype=np.float64)
    for l, (W, b) in enumerate(zip(weights, biases)):
        Z = A @ W
        Z += b
        if Z.shape == A.shape:
            A[...] = Z
        else:
            A = Z
        if l + 1 < len(weights):
            np.maximum(A, 0, out=A)
    E = np.exp(A - A.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
