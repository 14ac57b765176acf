# caught by: X may hold floats of four bytes and of two
# The network is cast to the type of the batch, to save memory as frameworks do. Seven digits are too few for its logits.
import numpy as np


def mlp_forward(X, weights, biases):
    if len(weights) != len(biases):
        raise ValueError("as many weights as biases")
    A = X if X.dtype.kind == "f" else X.astype(float)
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
        A = (np.maximum(A, 0) if layer else A) @ W.astype(A.dtype) + b.astype(A.dtype)
    powers = np.exp(A - A.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
