# caught by: The first is uniform, the second has probability in proportion to the squared distance
# "With many rows a second candidate is worth it": the better of two, but only from a hundred rows on.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    nearest = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        weights = nearest if nearest.any() else ~np.isin(np.arange(n), chosen)
        tries = rng.choice(n, size=1 + (n > 100), p=weights / weights.sum())
        options = [np.minimum(nearest, ((X - X[row]) ** 2).sum(axis=1)) for row in tries]
        best = int(np.argmin([option.sum() for option in options]))
        chosen.append(tries[best])
        nearest = options[best]
    return np.array(chosen)
