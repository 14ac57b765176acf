import numpy as np


def choose_k(X: np.ndarray, y: np.ndarray, k_max: int) -> tuple[int, np.ndarray]:
    """Choose k for k-nearest neighbors by leave-one-out.

    Parameters
    ----------
    X : float array of shape (n, d)
    y : int array of shape (n,)
        The class of each row; any integers.
    k_max : int
        The largest k to consider, from 1 to n - 1.

    Returns
    -------
    best_k : int
        The k with fewest mistakes, the smallest one on a tie.
    mistakes : int array of shape (k_max,)
        How many rows are misclassified by the vote of their k nearest other rows, for k = 1 to k_max.

    Raises
    ------
    ValueError
        If k_max is less than 1 or greater than n - 1.

    Notes
    -----
    The k nearest rows are the k - 1 nearest and one more. So each row is sorted once, and a running
    count of the votes answers for every k: O(n^2 (d + log n) + n k_max C) time for C classes.
    """
    n = len(X)
    if not 1 <= k_max < n:
        raise ValueError(f"k_max must be from 1 to {n - 1}, got {k_max}")
    X = np.asarray(X, float)
    squares = sum((feature[:, None] - feature) ** 2 for feature in X.T)
    np.fill_diagonal(squares, np.inf)
    neighbors = squares.argsort(axis=1, kind="stable")[:, :k_max]

    classes, codes = np.unique(y, return_inverse=True)
    votes = codes[neighbors][:, :, None] == np.arange(len(classes))
    predicted = votes.cumsum(axis=1).argmax(axis=2)
    mistakes = (predicted != codes[:, None]).sum(axis=0)
    return int(mistakes.argmin()) + 1, mistakes
