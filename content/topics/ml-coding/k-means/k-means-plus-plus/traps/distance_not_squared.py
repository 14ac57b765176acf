# caught by: The first is uniform, the second has probability in proportion to the squared distance
# The name says distance, so the norm is used as it is.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, np.linalg.norm(X - X[chosen[-1]], axis=1))
        weights = nearest if nearest.any() else ~np.isin(np.arange(n), chosen)
        chosen.append(rng.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
