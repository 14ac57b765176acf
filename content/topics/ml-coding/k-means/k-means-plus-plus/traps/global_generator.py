# caught by: All randomness comes from rng, and none is kept
# np.random.choice ignores the generator that was handed in, and nothing can be reproduced.
import numpy as np


def k_means_plus_plus(X, k, rng):  # noqa: ARG001
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [np.random.randint(n)]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
        weights = nearest if nearest.any() else ~np.isin(np.arange(n), chosen)
        chosen.append(np.random.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
