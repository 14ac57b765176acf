# caught by: lam of zero or less raises ValueError
# The check stands where lam is first needed, so without a step nothing is checked.
import numpy as np


def pegasos(X, y, lam, indices, project=False):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, start=1):
        if lam <= 0:
            raise ValueError("lam must be greater than 0")
        short = y[i] * (X[i] @ w) < 1
        w *= 1 - 1 / t
        if short:
            w += y[i] * X[i] / (lam * t)
        if project:
            w /= max(1, np.sqrt(lam) * np.linalg.norm(w))
    return w
