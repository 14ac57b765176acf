# caught by: Numbers of any size and type
# Stays in the type that came in: in float32 a sum of two columns leaves singular values of 1e-7, not zeros.
import numpy as np


def least_squares(X, y):
    center, level = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - center, full_matrices=False)
    kept = s > 1e-11 * np.linalg.norm(X)
    w = Vt[kept].T @ (U[:, kept].T @ (y - level) / s[kept])
    return w, float(level - center @ w)
