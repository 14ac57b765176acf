# caught by: When every row equals a chosen one, the rest are equally likely
# Zero divided by zero: with fewer distinct rows than k, the probabilities are NaN.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    nearest = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        chosen.append(rng.choice(n, p=nearest / nearest.sum()))
        nearest = np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
    return np.array(chosen)
