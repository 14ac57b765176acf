# caught by: Copies, constants, sums, and more columns than rows
# Columns of unit variance: where columns depend on each other, this makes another norm small.
import numpy as np


def least_squares(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    center, level = X.mean(axis=0), y.mean()
    spread = X.std(axis=0)
    spread[spread < 1e-9] = 1.0
    U, s, Vt = np.linalg.svd((X - center) / spread, full_matrices=False)
    kept = s > 1e-11 * np.linalg.norm(X)
    w = Vt[kept].T @ (U[:, kept].T @ (y - level) / s[kept]) / spread
    return w, float(level - center @ w)
