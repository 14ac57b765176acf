# caught by: The gradient in w
# The loss is a mean, but the gradient in w forgets to divide by n.
import numpy as np


def logistic_loss(w, b, X, y):
    if not set(np.unique(y)) <= {0, 1}:
        raise ValueError("labels")
    z = X @ w + b
    error = np.exp(-np.logaddexp(0, -z)) - y
    return float(np.mean(np.logaddexp(0, z) - y * z)), X.T @ error, float(error.mean())
