# caught by: A point exactly on a mark belongs to the piece that begins there
# searchsorted's default side: u = 0 finds outcome 0, even if its weight is 0.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u)


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
