# caught by: Many points and many outcomes do not multiply
# Looks at every mark for every point: O(K m).
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    marks /= marks[-1]
    return np.array([np.sum(marks <= point) for point in np.asarray(u)], dtype=int)


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
