# caught by: 1,050 of 2,000 rows: the distances to old choices are not computed again
# "A sample is enough" to start from, but the first rows are not a sample.
import numpy as np


def k_means_plus_plus(X, k, rng):
    if not 1 <= k <= len(X):
        raise ValueError("k must be from 1 to n")
    pool = X[: max(k, 1000)]
    chosen = [rng.integers(len(pool))]
    nearest = np.full(len(pool), np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, ((pool - pool[chosen[-1]]) ** 2).sum(axis=1))
        weights = nearest if nearest.any() else ~np.isin(np.arange(len(pool)), chosen)
        chosen.append(rng.choice(len(pool), p=weights / weights.sum()))
    return np.array(chosen)
