# caught by: Rows that are very near to one another, and very far
# A small constant avoids the division by zero, and decides everything when the data are small.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.integers(n)]
    nearest = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < k:
        weights = nearest + 1e-12
        weights[chosen] = 0
        chosen.append(rng.choice(n, p=weights / weights.sum()))
        nearest = np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
    return np.array(chosen)
