# caught by: One giant among dwarfs, and weights around 1e-100 or 1e100
# Scales the weights in the type they came in, and integers wrap.
import numpy as np


def build_alias(weights):
    w = np.array(weights, dtype=float)
    if not (w >= 0).all() or not (w > 0).any():
        raise ValueError("weights")
    K = len(w)
    w0 = np.asarray(weights)
    q = (w0 * K / w0.sum()).tolist()
    prob = [0.0 if x == 0 else 1.0 for x in w.tolist()]
    top = int(w.argmax())
    alias = [i if prob[i] else top for i in range(K)]
    small = [i for i in range(K) if q[i] < 1]
    large = [i for i in range(K) if q[i] >= 1]
    while small and large:
        s = small.pop()
        g = large[-1]
        prob[s] = q[s]
        alias[s] = g
        q[g] -= 1 - q[s]
        if q[g] < 1:
            small.append(large.pop())
    return np.array(prob), np.array(alias)


def draw_alias(prob, alias, size, rng):
    prob = np.asarray(prob)
    alias = np.asarray(alias)
    col = rng.integers(len(prob), size=size)
    return np.where(rng.random(size) < prob[col], col, alias[col])
