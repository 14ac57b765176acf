# caught by: Equal remainders go to the class that comes first
# Sorts upwards and takes the last ones: among equals, the last class wins.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    order = np.argsort(remainders, kind="stable")[::-1]
    shares[order[: k - shares.sum()]] += 1
    return shares


def stratified_sample(y, k, rng):
    y = np.asarray(y)
    labels, counts = np.unique(y, return_counts=True)
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        drawn.extend(rng.permutation(np.flatnonzero(y == label))[:quota])
    return np.array(drawn, dtype=int)
