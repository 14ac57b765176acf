# caught by: Logits of tens, hundreds, thousands, a million
# Clipping the probability hides the infinity: no mistake ever costs more than 34.5.
import numpy as np


def logistic_loss(w, b, X, y):
    if not set(np.unique(y)) <= {0, 1}:
        raise ValueError("labels")
    p = 1 / (1 + np.exp(-(X @ w + b)))
    q = np.clip(p, 1e-15, 1 - 1e-15)
    loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
    return float(loss), X.T @ (p - y) / len(y), float(np.mean(p - y))
