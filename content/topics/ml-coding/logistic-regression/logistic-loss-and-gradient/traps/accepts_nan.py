# caught by: Labels other than 0 and 1 raise ValueError
# Every comparison with NaN is false, so that NaN passes as a label.
import numpy as np


def logistic_loss(w, b, X, y):
    if ((y != 0) & (y != 1) & (y == y)).any():
        raise ValueError("labels")
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    z = X @ w + b
    p = np.exp(-np.logaddexp(0, -z))
    return float(np.mean(np.logaddexp(0, z) - y * z)), X.T @ (p - y) / len(y), float(np.mean(p - y))
