# caught by: X and y may be of one byte
# The pull on the bias is a sum of labels, and of many labels of one byte the sum needs more than a byte.
import numpy as np


def hinge_subgradient(w, b, X, y, lam):
    w = np.asarray(w, dtype=float)
    X = np.asarray(X, dtype=float)
    y0 = np.asarray(y)
    y = np.asarray(y, dtype=float)
    n = len(y)
    margin = y * (X @ w + b)
    loss = lam / 2 * (w @ w) + np.maximum(0, 1 - margin).sum() / n
    active = np.where(margin < 1, y, 0.0)
    return float(loss), lam * w - X.T @ active / n, float(-np.where(margin < 1, y0, 0).sum(dtype=y0.dtype) / n)
