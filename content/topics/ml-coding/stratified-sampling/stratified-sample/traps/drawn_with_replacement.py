# caught by: The sample is k different rows
# Generator.choice draws with replacement unless it is told otherwise.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    shares[np.argsort(-remainders, kind="stable")[: k - shares.sum()]] += 1
    return shares


def stratified_sample(y, k, rng):
    y = np.asarray(y)
    labels, counts = np.unique(y, return_counts=True)
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        drawn.extend(rng.choice(np.flatnonzero(y == label), quota))
    return np.array(drawn, dtype=int)
