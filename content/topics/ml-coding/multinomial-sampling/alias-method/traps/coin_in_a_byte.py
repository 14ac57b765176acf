# caught by: Outcomes that are rare come as seldom as the table says
# A byte for each coin, as fast samplers do it, rounded to the nearest of 256: what is rarer than half of that never comes.
import numpy as np


def build_alias(weights):
    weights = np.asarray(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    prob, alias = np.ones(len(weights)), np.arange(len(weights))
    height = (weights / weights.mean()).tolist()
    short, tall = [], []
    for i, h in enumerate(height):
        (short if h < 1 else tall).append(i)
    while short and tall:
        s, t = short.pop(), tall[-1]
        prob[s], alias[s] = height[s], t
        height[t] -= 1 - height[s]
        if height[t] < 1:
            short.append(tall.pop())
    return prob, alias


def draw_alias(prob, alias, size, rng):
    column = rng.integers(len(prob), size=size)
    own = rng.integers(256, size=size) < np.rint(256 * np.asarray(prob)[column])
    return np.where(own, column, np.asarray(alias)[column])
