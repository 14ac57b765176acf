# caught by: Draws are independent of each other
# Systematic sampling: evenly spaced points with one random offset. Right shares, dependent draws.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u, side="right")


def sample(weights, size, rng):
    return inverse_cdf(weights, (np.arange(size) + rng.random()) / size)
