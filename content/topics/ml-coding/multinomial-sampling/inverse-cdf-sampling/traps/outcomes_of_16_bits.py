# caught by: Many points and many outcomes do not multiply
# Saves memory with 16 bits for each outcome, and from 32,768 outcomes on some are negative.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u, side="right").astype(np.int16)


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
