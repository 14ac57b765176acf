# caught by: The first is uniform, the second has probability in proportion to the squared distance
# scikit-learn's variant tries several candidates and keeps the best: better seeds, another distribution.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    nearest = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        weights = nearest if nearest.any() else ~np.isin(np.arange(n), chosen)
        tries = rng.choice(n, size=2 + int(np.log(k)), p=weights / weights.sum())
        options = np.minimum(nearest, ((X[tries, None] - X) ** 2).sum(axis=2))
        best = options.sum(axis=1).argmin()
        chosen.append(tries[best])
        nearest = options[best]
    return np.array(chosen)
