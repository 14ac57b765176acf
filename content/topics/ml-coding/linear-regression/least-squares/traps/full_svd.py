# caught by: Memory grows with the table, not with the square of its rows
# full_matrices is True by default: U becomes n by n.
import numpy as np


def least_squares(X, y):
    center, level = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - center)
    kept = np.flatnonzero(s > 1e-11 * np.linalg.norm(X))
    w = Vt[kept].T @ (U[:, kept].T @ (y - level) / s[kept])
    return w, float(level - center @ w)
