# caught by: Remainders are compared exactly, not in floating point
# The obvious formula; rounding error then decides between equal remainders.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    exact = k * counts / n
    shares = np.floor(exact).astype(int)
    lucky = np.argsort(shares - exact, kind="stable")[: k - shares.sum()]
    shares[lucky] += 1
    return shares


def stratified_sample(y, k, rng):
    y = np.asarray(y)
    labels, counts = np.unique(y, return_counts=True)
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        drawn.extend(rng.permutation(np.flatnonzero(y == label))[:quota])
    return np.array(drawn, dtype=int)
