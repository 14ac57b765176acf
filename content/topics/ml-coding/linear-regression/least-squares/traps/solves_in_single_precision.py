# caught by: Columns that are nearly the same
# Stays in float32 where X is, with a cutoff that suits: where the columns are close, three digits are left of seven.
import numpy as np


def least_squares(X, y):
    X = np.asarray(X)
    X = X if X.dtype.kind == "f" else X.astype(float)
    y = np.asarray(y).astype(X.dtype)
    center, level = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - center, full_matrices=False)
    kept = s > max(1e-11, np.finfo(X.dtype).eps) * np.linalg.norm(X)
    w = Vt[kept].T @ (U[:, kept].T @ (y - level) / s[kept])
    return w, float(level - center @ w)
