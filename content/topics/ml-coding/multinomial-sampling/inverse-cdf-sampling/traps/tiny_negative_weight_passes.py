# caught by: A negative or NaN weight, or none that is positive, raises ValueError
# Looks for a sum that falls, and a tiny negative weight beside a large one changes no sum.
import numpy as np


def _cdf(weights):
    w = np.array(weights, dtype=float)
    c = np.cumsum(w)
    if not (np.diff(c, prepend=0.0) >= 0).all() or not c[-1] > 0:
        raise ValueError("weights")
    return c / c[-1]


def inverse_cdf(weights, u):
    c = _cdf(weights)
    return np.searchsorted(c, np.asarray(u, dtype=float), side="right")


def sample(weights, size, rng):
    c = _cdf(weights)
    return np.searchsorted(c, rng.random(size), side="right")
