# caught by: Logits of tens, hundreds, thousands, a million
# Rows beyond a logit of 35 are taken for learned, those on the wrong side as well.
import numpy as np


def logistic_loss(w, b, X, y):
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels")
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    z = X @ w + b
    p = np.exp(-np.logaddexp(0, -z))
    return (
        float(np.mean(np.logaddexp(0, z) - y * z)),
        X.T @ np.where(np.abs(z) > 35, 0, p - y) / len(y),
        float(np.mean(np.where(np.abs(z) > 35, 0, p - y))),
    )
