# caught by: The table draws every outcome with its share
# Takes the probabilities for heights: without the factor K every column is short.
import numpy as np


def build_alias(weights):
    weights = np.asarray(weights, dtype=float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    count = len(weights)
    height = (weights / weights.sum()).tolist()
    prob, alias = np.array(height), np.arange(count)
    short = [i for i, h in enumerate(height) if h < 1 / count]
    tall = [i for i, h in enumerate(height) if h >= 1 / count]
    while short and tall:
        s, t = short.pop(), tall.pop()
        prob[s], alias[s] = height[s], t
        height[t] -= 1 / count - height[s]
        (short if height[t] < 1 / count else tall).append(t)
    return prob, alias


def draw_alias(prob, alias, size, rng):
    column = rng.integers(len(prob), size=size)
    own = rng.random(size) < np.asarray(prob)[column]
    return np.where(own, column, np.asarray(alias)[column])
