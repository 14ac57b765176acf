# Plain lists come back, by a pseudoinverse with the other end of the allowed cutoffs; y is not centered.
import numpy as np


def least_squares(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    c, l = X.mean(0), y.mean()
    C = X - c
    top = np.linalg.norm(C, 2) or 1.0
    w = np.linalg.pinv(C, rcond=1e-8 * np.linalg.norm(X) / top) @ (y - l)
    return w.tolist(), float(l - c @ w)
