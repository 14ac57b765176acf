# caught by: X and y may be of one byte
# Bytes are given two bytes of room, in which the sum of thousands is too large.
import numpy as np


def hinge_subgradient(w, b, X, y, lam):
    X = X.astype(np.result_type(X, np.int16))
    slack = 1 - y * (X @ w + b)
    on = slack > 0
    n = len(y)
    loss = lam / 2 * (w @ w) + np.maximum(slack, 0).mean()
    return loss, lam * w - (y[on] @ X[on]) / n, -y[on].astype(float).sum() / n
