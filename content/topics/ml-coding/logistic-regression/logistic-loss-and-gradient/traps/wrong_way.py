# caught by: The derivative in b
# y - p is the direction that lowers the loss, not the gradient.
import numpy as np


def logistic_loss(w, b, X, y):
    if not set(np.unique(y)) <= {0, 1}:
        raise ValueError("labels")
    z = X @ w + b
    error = y - np.exp(-np.logaddexp(0, -z))
    return float(np.mean(np.logaddexp(0, z) - y * z)), X.T @ error / len(y), float(error.mean())
