# caught by: Rounding in the sums leaves no gap below 1
# Clips what falls off the end to the last outcome, which may have weight 0.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    cdf = np.cumsum(weights / weights.sum())
    return np.minimum(np.searchsorted(cdf, u, side="right"), len(weights) - 1)


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
