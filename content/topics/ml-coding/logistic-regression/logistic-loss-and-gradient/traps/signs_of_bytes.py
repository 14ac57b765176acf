# caught by: Numbers and labels of any type
# 2 y - 1 of unsigned bytes is 255 for the label 0.
import numpy as np


def logistic_loss(w, b, X, y):
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels")
    sign = 2 * y - 1
    m = sign * (X @ w + b)
    e = -sign * np.exp(-np.logaddexp(0, m))
    return float(np.logaddexp(0, -m).mean()), X.T @ e / len(y), float(e.mean())
