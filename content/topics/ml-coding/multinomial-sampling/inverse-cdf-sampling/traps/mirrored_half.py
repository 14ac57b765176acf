# caught by: Draws are independent of each other
# Saves half of the uniform numbers: the second half of the draws is the first one mirrored.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u, side="right")


def sample(weights, size, rng):
    u = rng.random((size + 1) // 2)
    return inverse_cdf(weights, np.concatenate([u, np.nextafter(1 - u, 0)])[:size])
