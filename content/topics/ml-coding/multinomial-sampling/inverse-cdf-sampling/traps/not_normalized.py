# caught by: Weights 2, 0, 1, 1
# Forgets that the weights need not sum to one.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    return np.searchsorted(np.cumsum(weights), u, side="right")


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
