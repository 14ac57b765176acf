# caught by: All randomness comes from rng, and none is kept
# np.random.choice ignores the generator that was handed in, and nothing can be reproduced.
import numpy as np


def k_means_plus_plus(X, k, rng):  # noqa: ARG001
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError("k must be from 1 to n")
    chosen = [np.random.randint(n)]
    while len(chosen) < k:
        weights = ((X[:, None] - X[chosen]) ** 2).sum(axis=2).min(axis=1)
        if not weights.any():
            weights = ~np.isin(np.arange(n), chosen)
        chosen.append(np.random.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
