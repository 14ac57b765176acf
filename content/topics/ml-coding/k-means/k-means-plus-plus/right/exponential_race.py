# Each row gets an exponential time at the rate of its weight, and the first one wins: another use of the same rng.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [rng.permutation(n)[0]]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1), out=nearest)
        rates = nearest if nearest.any() else 1.0 - np.isin(np.arange(n), chosen)
        with np.errstate(divide="ignore"):
            chosen.append((rng.exponential(size=n) / (rates / rates.max())).argmin())
    return tuple(chosen)
