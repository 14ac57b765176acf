# caught by: A point exactly on a mark belongs to the piece that begins there
# Rounds the marks to hide rounding errors, and moves them.
import numpy as np


def inverse_cdf(weights, u):
    weights = np.asarray(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError
    marks = np.round(np.cumsum(weights / weights.sum()), 9)
    return np.minimum(np.searchsorted(marks, u, side="right"), np.flatnonzero(weights)[-1])


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))
