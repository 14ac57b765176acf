# Divides by the largest weight before it sums; draws how often each outcome comes, and then their order.
import numpy as np


def checked(weights):
    weights = np.array(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    return weights / weights.max()


def inverse_cdf(weights, u):
    marks = np.cumsum(checked(weights))
    return np.searchsorted(marks / marks[-1], np.asarray(u, float), side="right")


def sample(weights, size, rng):
    weights = checked(weights)
    drawn = np.repeat(np.arange(len(weights)), rng.multinomial(size, weights / weights.sum()))
    return rng.permutation(drawn).tolist()
