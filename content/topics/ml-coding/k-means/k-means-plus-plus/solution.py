import numpy as np


def k_means_plus_plus(X: np.ndarray, k: int, rng: np.random.Generator) -> np.ndarray:
    """Choose k different rows of X as starting centers for k-means.

    Parameters
    ----------
    X : float array of shape (n, d)
        The points.
    k : int
        How many to choose, from 1 to n.
    rng : numpy.random.Generator
        The only source of randomness.

    Returns
    -------
    chosen : int array of shape (k,)
        The row numbers in the order in which they were chosen, all different.

    Raises
    ------
    ValueError
        If k is less than 1 or greater than n.

    Notes
    -----
    Keep the squared distance of every point to its nearest chosen one. A new choice can only lower
    it, and it is enough to compare with that choice: O(n k d) time in all, O(n d) memory.
    """
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError(f"k must be from 1 to {n}, got {k}")
    X = np.asarray(X, float)
    chosen = [rng.integers(n)]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        nearest = np.minimum(nearest, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
        weights = nearest
        if not nearest.any():
            weights = np.ones(n)
            weights[chosen] = 0
        chosen.append(rng.choice(n, p=weights / weights.sum()))
    return np.array(chosen)
