# caught by: Copies, constants, sums, and more columns than rows
# Every singular value is divided by, also those that are rounding noise.
import numpy as np


def least_squares(X, y):
    center, level = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - center, full_matrices=False)
    w = Vt.T @ (U.T @ (y - level) / np.maximum(s, 1e-300))
    return w, float(level - center @ w)
