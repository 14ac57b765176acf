# caught by: X may hold whole numbers, also of one byte, and y floats
# For a negative label the row is subtracted as -X[i], which for an unsigned 1 is 255.
import math
import numpy as np


def pegasos(X, y, lam, indices, project=False):
    if lam <= 0:
        raise ValueError("lam")
    y = np.asarray(y, dtype=float)
    w = np.zeros(X.shape[1])
    for t, i in enumerate(indices, 1):
        eta = 1 / (lam * t)
        hit = y[i] * (X[i] @ w) < 1
        w = (1 - 1 / t) * w
        if hit:
            w = w + eta * (X[i] if y[i] > 0 else -X[i])
        if project:
            norm = np.linalg.norm(w)
            if norm > 1 / math.sqrt(lam):
                w = w / (norm * math.sqrt(lam))
    return w
