# caught by: Every subset of a class is equally likely, whatever is drawn from the others
# Takes a run of rows from a random offset, the same in every class.
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
    offset = rng.integers(len(y))
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        rows = np.flatnonzero(y == label)
        drawn.extend(np.roll(rows, -(offset % len(rows)))[:quota])
    return np.array(drawn, dtype=int)
