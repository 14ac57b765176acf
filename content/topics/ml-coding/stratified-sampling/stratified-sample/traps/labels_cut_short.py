# caught by: Every class has its quota of the sample
# Keeps eight characters of each label: those that begin alike become one class.
import numpy as np
from numpy.typing import ArrayLike


def quotas(counts: ArrayLike, k: int) -> np.ndarray:
    counts = np.asarray(counts, np.int64)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    lucky = np.argsort(-remainders, kind="stable")[: k - shares.sum()]
    shares[lucky] += 1
    return shares


def stratified_sample(y: ArrayLike, k: int, rng: np.random.Generator) -> np.ndarray:
    y = np.asarray(y)
    if y.dtype.kind == "U":
        y = y.astype("U8")
    _, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    quota = quotas(counts, k)
    order = rng.permutation(len(codes))
    order = order[np.argsort(codes[order])]
    rank = np.arange(len(codes)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[rank < np.repeat(quota, counts)]
