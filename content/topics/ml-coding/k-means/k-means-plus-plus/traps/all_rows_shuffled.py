# caught by: As many as there are rows: the order is that of the draws
# If every row is chosen, any order looks as good as another; but far rows tend to come early.
import numpy as np


def k_means_plus_plus(X, k, rng):
    n = len(X)
    if k < 1 or k > n:
        raise ValueError("k")
    if k == n:
        return rng.permutation(n)
    chosen = [int(rng.integers(n))]
    D = np.full(n, np.inf)
    while len(chosen) < k:
        diff = X - X[chosen[-1]]
        D = np.minimum(D, np.einsum("ij,ij->i", diff, diff))
        c = np.cumsum(D)
        if c[-1] > 0:
            i = int(np.searchsorted(c, rng.random() * c[-1], side="right"))
        else:
            rest = np.setdiff1d(np.arange(n), chosen)
            i = int(rest[rng.integers(len(rest))])
        chosen.append(i)
    return np.array(chosen)
