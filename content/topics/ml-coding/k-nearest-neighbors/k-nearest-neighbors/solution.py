import numpy as np


def knn_predict(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    """Predict the class of each test row by a majority vote of its k nearest training rows.

    Parameters
    ----------
    X_train : float array of shape (n, d)
    y_train : int array of shape (n,)
        The class of each training row; any integers.
    X_test : float array of shape (m, d)
    k : int
        How many neighbors vote, from 1 to n.

    Returns
    -------
    classes : int array of shape (m,)
        The class with most votes, the smallest one on a tie.

    Raises
    ------
    ValueError
        If k is less than 1 or greater than n.

    Notes
    -----
    One matrix product compares every pair, roughly: the expanded square q.q - 2 q.x + x.x is off by
    some rounding units of the largest one. So it only chooses candidates, generously, and plain
    differences, which are accurate wherever the rows lie, decide among those.
    The k-th smallest is bounded by cutting the training rows into at least k blocks: k different
    blocks hold a row within the k-th smallest of their minima. O(m n d) time, O(m n) memory.
    """
    n = len(X_train)
    if not 1 <= k <= n:
        raise ValueError(f"k must be from 1 to {n}, got {k}")
    neighbors = nearest(np.asarray(X_train, float), np.asarray(X_test, float), k)
    classes, codes = np.unique(y_train, return_inverse=True)
    return classes[[np.bincount(votes).argmax() for votes in codes[neighbors]]]


def nearest(X: np.ndarray, Q: np.ndarray, k: int) -> np.ndarray:
    """The k rows of X nearest to each row of Q, in order; of equal distances the first."""
    n = len(X)
    points, queries = X - X.mean(axis=0), Q - X.mean(axis=0)
    lengths = (points**2).sum(axis=1)
    rough = queries @ (-2 * points.T)
    rough += lengths
    slack = 1e-12 * (lengths.max() + (queries**2).sum(axis=1))

    minima = np.minimum.reduceat(rough, np.linspace(0, n, min(n, 8 * k), endpoint=False, dtype=int), axis=1)
    bound = np.partition(minima, k - 1)[:, k - 1] + slack
    rows, columns = np.divmod(np.flatnonzero(rough <= bound[:, None]), n)
    order = np.lexsort((((X[columns] - Q[rows]) ** 2).sum(axis=1), rows))
    starts = np.searchsorted(rows, np.arange(len(Q)))
    return columns[order[starts[:, None] + np.arange(k)]]
