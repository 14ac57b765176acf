# caught by: 1,050 of 2,000 rows: the distances to old choices are not computed again
# The definition word for word: the nearest of all chosen rows, looked up from the start in each round.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    while len(chosen) < k:
        weights = np.min([((X - X[row]) ** 2).sum(axis=1) for row in chosen], axis=0)
        if not weights.any():
            weights = 1.0 - np.isin(np.arange(n), chosen)
        chosen.append(rng.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
