# caught by: Later ones look at the squared distance to the nearest chosen row
# The square of the sum of absolute differences is not the sum of their squares.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, np.abs(X - X[chosen[-1]]).sum(axis=1) ** 2)
        weights = nearest if nearest.any() else 1.0 - np.isin(np.arange(n), chosen)
        chosen.append(rng.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
