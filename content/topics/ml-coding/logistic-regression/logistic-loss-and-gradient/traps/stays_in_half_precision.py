# caught by: Numbers and labels of any type
# Where w and X are of one type already, nothing seems to need converting.
import numpy as np


def logistic_loss(w, b, X, y):
    y = np.asarray(y, dtype=np.float64)
    if not ((y == 0) | (y == 1)).all():
        raise ValueError("labels")
    if X.dtype == w.dtype == np.float16:
        return tuple(np.asarray(v, float) if np.ndim(v) else float(v) for v in _run(X @ w + np.float16(b), X, y))
    X = np.asarray(X, dtype=np.float64)
    w = np.asarray(w, dtype=np.float64)
    return _run(X @ w + float(b), X, y)


def _run(z, X, y):
    z = z.astype(float)
    X = X.astype(float)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return float(loss), X.T @ (p - y) / len(y), float(np.mean(p - y))
