# caught by: Among very many outcomes each has its chance
# Draws uniform numbers of few digits, as a GPU does in half precision: most of many outcomes never come.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u, side="right")


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.integers(2**11, size=size) / 2**11)
