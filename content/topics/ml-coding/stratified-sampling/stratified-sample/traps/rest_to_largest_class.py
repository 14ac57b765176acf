# caught by: The rows left over go to the largest remainders
# Rounds down and gives whatever is missing to the biggest classes, one each.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares = k * counts // n
    shares[np.argsort(-counts, kind="stable")[: k - shares.sum()]] += 1
    return shares


def stratified_sample(y, k, rng):
    y = np.asarray(y)
    labels, counts = np.unique(y, return_counts=True)
    drawn = []
    for label, quota in zip(labels, quotas(counts, k)):
        drawn.extend(rng.permutation(np.flatnonzero(y == label))[:quota])
    return np.array(drawn, dtype=int)
