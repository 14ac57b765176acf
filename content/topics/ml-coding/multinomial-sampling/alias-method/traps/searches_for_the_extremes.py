# caught by: Building takes time in proportion to the number of outcomes
# Right, but looks for the smallest and the largest anew in every step: O(K^2).
import numpy as np


def build_alias(weights):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    count = len(weights)
    height = weights / weights.sum() * count
    prob, alias = np.ones(count), np.arange(count)
    for _ in range(count - 1):
        s = int(np.argmin(height))
        t = int(np.argmax(np.where(np.isinf(height), -1, height)))
        if s == t or height[s] >= 1:
            break
        prob[s], alias[s] = height[s], t
        height[t] -= 1 - height[s]
        height[s] = np.inf
    return prob, alias


def draw_alias(prob, alias, size, rng):
    column = rng.integers(len(prob), size=size)
    own = rng.random(size) < np.asarray(prob)[column]
    return np.where(own, column, np.asarray(alias)[column])
