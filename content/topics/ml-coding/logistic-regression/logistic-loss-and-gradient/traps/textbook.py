# caught by: Logits of tens, hundreds, thousands, a million
# The formula of the statement as it stands: ln 0 for a confident mistake, and 0 * inf for a confident hit.
import numpy as np


def logistic_loss(w, b, X, y):
    if not set(np.unique(y)) <= {0, 1}:
        raise ValueError("labels")
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return float(loss), X.T @ (p - y) / len(y), float(np.mean(p - y))
