# caught by: Logits of tens, hundreds, thousands, a million
# Clipping the logit at 500 against overflow: no mistake ever costs more than 500.
import numpy as np


def logistic_loss(w, b, X, y):
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels")
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    z = np.clip(X @ w + b, -500, 500)
    p = np.exp(-np.logaddexp(0, -z))
    return float(np.mean(np.logaddexp(0, z) - y * z)), X.T @ (p - y) / len(y), float(np.mean(p - y))
