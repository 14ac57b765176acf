# caught by: Outcomes that are rare come as seldom as the table says
# Takes column and coin from one float32: with 60,000 columns the coin has a few hundred values.
import numpy as np


def build_alias(weights):
    w = np.asarray(weights, dtype=np.float64)
    if np.isnan(w).any() or (w < 0).any() or not (w > 0).any():
        raise ValueError("weights must not be negative, and one must be positive")
    K = len(w)
    w = w / w.max()
    p = (w / w.sum() * K).tolist()
    prob, alias = [1.0] * K, list(range(K))
    small = [i for i in range(K) if p[i] < 1]
    large = [i for i in range(K) if p[i] >= 1]
    while small and large:
        i, j = small.pop(), large[-1]
        prob[i], alias[i] = p[i], j
        p[j] -= 1 - p[i]
        if p[j] < 1:
            large.pop()
            small.append(j)
    biggest = int(np.argmax(w))
    for i in small:
        if w[i] == 0:
            prob[i], alias[i] = 0.0, biggest
    return np.clip(prob, 0, 1), np.array(alias)


def draw_alias(prob, alias, size, rng):
    prob, alias = np.asarray(prob), np.asarray(alias)
    u = rng.random(size, dtype=np.float32) * np.float32(len(prob))
    column = np.minimum(u.astype(np.int64), len(prob) - 1)
    return np.where(u - column < prob[column], column, alias[column])
