# caught by: Outcomes that are rare come as seldom as the table says
# A column's share is rounded up to a 65536th, so what should hardly ever come comes now and then.
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
    own = rng.integers(1 << 16, size=size) < np.ceil(np.asarray(prob) * (1 << 16))[column]
    return np.where(own, column, np.asarray(alias)[column])
