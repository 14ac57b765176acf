# caught by: Numbers and labels of any type
# Float32 features are multiplied in float32, and where large terms cancel little is left.
import numpy as np


def logistic_loss(w, b, X, y):
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels")
    w = np.asarray(w, X.dtype) if X.dtype.kind == "f" else w
    y = np.asarray(y, float)
    z = X @ w + b
    p = np.exp(-np.logaddexp(0, -z))
    return float(np.mean(np.logaddexp(0, z) - y * z)), X.T @ (p - y) / len(y), float(np.mean(p - y))
