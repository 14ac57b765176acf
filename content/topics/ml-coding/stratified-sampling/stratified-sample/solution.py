import numpy as np
from numpy.typing import ArrayLike


def quotas(counts: ArrayLike, k: int) -> np.ndarray:
    """Split k rows among classes in proportion to their counts, by largest remainders.

    Parameters
    ----------
    counts : array_like of int, shape (K,)
        Rows of each class.
    k : int
        Rows to hand out.

    Returns
    -------
    ndarray of int, shape (K,)
        Rows for each class; they sum to `k`. Equal remainders favor the class that comes first.

    Raises
    ------
    ValueError
        If `k` is negative or larger than the sum of the counts.

    Notes
    -----
    The remainders k * counts / n - floor(...) share the denominator n, so the integers
    k * counts mod n compare them exactly. O(K log K).
    """
    counts = np.asarray(counts, np.int64)
    n = counts.sum()
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and the number of rows")
    shares, remainders = np.divmod(k * counts, n)
    lucky = np.argsort(-remainders, kind="stable")[: k - shares.sum()]
    shares[lucky] += 1
    return shares


def stratified_sample(y: ArrayLike, k: int, rng: np.random.Generator) -> np.ndarray:
    """Draw k different rows at random, with the class mix of all rows.

    Parameters
    ----------
    y : array_like, shape (n,)
        Class labels, integers or strings.
    k : int
        Rows to draw.
    rng : numpy.random.Generator
        The source of all randomness.

    Returns
    -------
    ndarray of int, shape (k,)
        Row numbers, in any order; each class has its quota, the classes in sorted order.

    Raises
    ------
    ValueError
        If `k` is negative or larger than `n`.

    Notes
    -----
    Shuffle all rows and sort them by class: each class is a block in uniform random order, and the
    first `quota` rows of the block are a uniform subset. O(n log n).
    """
    _, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    quota = quotas(counts, k)
    order = rng.permutation(len(codes))
    order = order[np.argsort(codes[order])]
    rank = np.arange(len(codes)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[rank < np.repeat(quota, counts)]
