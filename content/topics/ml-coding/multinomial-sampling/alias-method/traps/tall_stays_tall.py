# caught by: The table draws every outcome with its share
# Never moves a tall column to the short ones after it has given: it goes below 1 and below 0.
import numpy as np


def build_alias(weights):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    count = len(weights)
    height = (weights / weights.sum() * count).tolist()
    prob, alias = np.ones(count), np.arange(count)
    short = [i for i, h in enumerate(height) if h < 1]
    tall = [i for i, h in enumerate(height) if h >= 1]
    while short and tall:
        s, t = short.pop(), tall[-1]
        prob[s], alias[s] = height[s], t
        height[t] -= 1 - height[s]
        if height[t] <= 0:
            tall.pop()
    return prob, alias


def draw_alias(prob, alias, size, rng):
    column = rng.integers(len(prob), size=size)
    own = rng.random(size) < np.asarray(prob)[column]
    return np.where(own, column, np.asarray(alias)[column])
