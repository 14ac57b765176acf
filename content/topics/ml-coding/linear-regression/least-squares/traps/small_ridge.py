# caught by: Columns that are nearly the same
# A small ridge makes the matrix invertible, and bends the answer where columns are close.
import numpy as np


def least_squares(X, y):
    center, level = X.mean(axis=0), y.mean()
    C = X - center
    w = np.linalg.solve(C.T @ C + 1e-9 * np.eye(X.shape[1]), C.T @ (y - level))
    return w, float(level - center @ w)
