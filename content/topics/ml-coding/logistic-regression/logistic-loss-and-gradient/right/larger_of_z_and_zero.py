# The form with the larger of z and 0, and a sigmoid of two branches.
import numpy as np


def logistic_loss(w, b, X, y):
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels")
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    z = X @ w + b
    p = np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))
    return (
        float(np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))),
        X.T @ (p - y) / len(y),
        float(np.mean(p - y)),
    )
