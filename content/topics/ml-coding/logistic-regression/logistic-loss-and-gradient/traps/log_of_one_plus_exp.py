# caught by: Logits of tens, hundreds, thousands, a million
# Simplified to log(1 + exp(z)) - y z, but the exponential still overflows beyond 709.
import numpy as np


def logistic_loss(w, b, X, y):
    if not set(np.unique(y)) <= {0, 1}:
        raise ValueError("labels")
    z = X @ w + b
    p = 1 / (1 + np.exp(-z))
    return float(np.mean(np.log1p(np.exp(z)) - y * z)), X.T @ (p - y) / len(y), float(np.mean(p - y))
