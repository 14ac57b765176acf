# caught by: The quotas sum to k, and each is its share rounded down or up
# Rounds every share on its own: the total is then often k - 1 or k + 1.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    return np.rint(k * counts / n).astype(int)


def stratified_sample(y, k, rng):
    y = np.asarray(y)
    labels, counts = np.unique(y, return_counts=True)
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        drawn.extend(rng.permutation(np.flatnonzero(y == label))[:quota])
    return np.array(drawn, dtype=int)
