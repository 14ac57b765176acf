# caught by: Remainders are compared exactly, not in floating point
# Computes in the type of the counts: a byte holds 200, but not 3 * 200, nor 32 bits the square of a billion.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    shares[np.argsort(-remainders.astype(int), kind="stable")[: int(k - shares.sum())]] += 1
    return shares


def stratified_sample(y, k, rng):
    y = np.asarray(y)
    labels, counts = np.unique(y, return_counts=True)
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        drawn.extend(rng.permutation(np.flatnonzero(y == label))[:quota])
    return np.array(drawn, dtype=int)
