# caught by: A class may have very many rows
# Counts are kept small to save memory, and a class of more than 32,767 rows wraps around.
import numpy as np


def quotas(counts, k):
    counts = np.asarray(counts, np.int64)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    lucky = np.argsort(-remainders, kind="stable")[: k - shares.sum()]
    shares[lucky] += 1
    return shares


def stratified_sample(y, k, rng):
    _, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    quota = quotas(counts.astype(np.int16), k)
    order = rng.permutation(len(codes))
    order = order[np.argsort(codes[order])]
    rank = np.arange(len(codes)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[rank < np.repeat(quota, counts)]
