# caught by: X may hold whole numbers, and they and y may be of one byte
# The row numbers go beside y into one index, and are made of its type, where 150 does not fit.
import numpy as np


def mlp_backward(X, y, W1, b1, W2, b2):
    X = np.asarray(X, dtype=float)
    n = len(X)
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    S = A @ W2 + b2
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    sums = E.sum(axis=1, keepdims=True)
    rows = np.arange(n).astype(y.dtype)
    loss = np.mean(np.log(sums[:, 0]) - S[rows, y])
    D = E / sums
    D[rows, y] -= 1
    D /= n
    dZ = (D @ W2.T) * (Z > 0)
    return loss, X.T @ dZ, dZ.sum(0), A.T @ D, D.sum(0)
