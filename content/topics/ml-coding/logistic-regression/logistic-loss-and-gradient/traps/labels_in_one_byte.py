# caught by: Labels other than 0 and 1 raise ValueError
# Labels fit into a byte, and 257 in a byte is 1.
import numpy as np


def logistic_loss(w, b, X, y):
    y = np.asarray(y)
    y = (y if y.dtype.kind == "f" else y.astype(np.uint8)).astype(float)
    if not ((y == 0) | (y == 1)).all():
        raise ValueError("labels")
    X = np.asarray(X, dtype=np.float64)
    w = np.asarray(w, dtype=np.float64)
    z = X @ w + float(b)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, e) / (1 + e)
    return float(loss), X.T @ (p - y) / len(y), float(np.mean(p - y))
