# caught by: The data is left as it was
# Centering in place changes the caller's data (and fails on integers).
import numpy as np


def least_squares(X, y):
    center, level = X.mean(axis=0), y.mean()
    scale = np.linalg.norm(X)
    if X.dtype.kind == "f":
        X -= center
    else:
        X = X - center
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    kept = s > 1e-11 * scale
    w = Vt[kept].T @ (U[:, kept].T @ (y - level) / s[kept])
    return w, float(level - center @ w)
