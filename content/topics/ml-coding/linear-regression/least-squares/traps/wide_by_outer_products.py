# caught by: Copies, constants, sums, and more columns than rows
# The right inverse of a wide table through C C^T squares the condition number as the normal equations do.
import numpy as np


def least_squares(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    center, level = X.mean(axis=0), y.mean()
    C, r = X - center, y - level
    if X.shape[1] >= len(X):
        w = C.T @ np.linalg.pinv(C @ C.T, rcond=1e-12) @ r
    else:
        w = np.linalg.lstsq(C, r, rcond=1e-9)[0]
    return w, float(level - center @ w)
