# caught by: Logits of tens, hundreds, thousands, a million
# exp(z) / (1 + exp(z)) is right for negative logits and NaN for large positive ones.
import numpy as np


def logistic_loss(w, b, X, y):
    if not set(np.unique(y)) <= {0, 1}:
        raise ValueError("labels")
    z = X @ w + b
    error = np.exp(z) / (1 + np.exp(z)) - y
    return float(np.mean(np.logaddexp(0, z) - y * z)), X.T @ error / len(y), float(error.mean())
