# caught by: Rounding in the sums leaves no gap below 1
# Normalizes first and trusts that the cumulative sum ends at 1.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    cdf = np.cumsum(weights / weights.sum())
    return np.searchsorted(cdf, u, side="right")


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
