# caught by: The first is uniform, the second has probability in proportion to the squared distance
# The name says distance, so the norm is used as it is.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    while len(chosen) < k:
        weights = np.linalg.norm(X[:, None] - X[chosen], axis=2).min(axis=1)
        if not weights.any():
            weights = ~np.isin(np.arange(n), chosen)
        chosen.append(rng.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
