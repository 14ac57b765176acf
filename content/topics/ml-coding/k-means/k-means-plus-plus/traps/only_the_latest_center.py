# caught by: Later ones look at the squared distance to the nearest chosen row
# The distances to the newest row replace the old ones instead of lowering them.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    while len(chosen) < k:
        weights = ((X - X[chosen[-1]]) ** 2).sum(axis=1)
        weights[chosen] = 0
        if not weights.any():
            weights = ~np.isin(np.arange(n), chosen)
        chosen.append(rng.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
