# caught by: A negative or NaN weight, or none that is positive, raises ValueError
# Comparisons with NaN are false, so any(w < 0) does not see it.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if np.any(weights < 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u, side="right")


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
