# caught by: Only ratios matter: weights around 1e-100, 1e100, far apart, or nearly of sum 1
# Does not divide where the sum is nearly 1, and "nearly" is five digits.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    if not np.isclose(marks[-1], 1):
        marks = marks / marks[-1]
    return np.minimum(np.searchsorted(marks, u, side="right"), np.flatnonzero(weights)[-1])


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
