# caught by: Random weights, with and without zeros
# Starts from zeros and finishes only what the loop pairs: the last columns keep probability 0.
import numpy as np


def build_alias(weights):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    count = len(weights)
    height = (weights / weights.sum() * count).tolist()
    prob, alias = np.zeros(count), np.zeros(count, dtype=int)
    short = [i for i, h in enumerate(height) if h < 1]
    tall = [i for i, h in enumerate(height) if h >= 1]
    while short and tall:
        s, t = short.pop(), tall.pop()
        prob[s], alias[s] = height[s], t
        height[t] -= 1 - height[s]
        (short if height[t] < 1 else tall).append(t)
    for t in tall:
        prob[t] = 1
    return prob, alias


def draw_alias(prob, alias, size, rng):
    column = rng.integers(len(prob), size=size)
    own = rng.random(size) < np.asarray(prob)[column]
    return np.where(own, column, np.asarray(alias)[column])
