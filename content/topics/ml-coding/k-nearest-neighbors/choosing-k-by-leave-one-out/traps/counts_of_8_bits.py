# caught by: 600 rows and 200 values of k for little more than the price of one
# Counts the mistakes in 8 bits, and more than 127 of them are fewer than none.
import numpy as np


def choose_k(X, y, k_max):
    n = len(X)
    if not 1 <= k_max < n:
        raise ValueError("k_max must be from 1 to n - 1")
    squares = sum((feature[:, None] - feature) ** 2 for feature in X.T)
    np.fill_diagonal(squares, np.inf)
    neighbors = squares.argsort(axis=1, kind="stable")[:, :k_max]
    classes, codes = np.unique(y, return_inverse=True)
    votes = codes[neighbors][:, :, None] == np.arange(len(classes))
    predicted = votes.cumsum(axis=1).argmax(axis=2)
    mistakes = (predicted != codes[:, None]).sum(axis=0, dtype=np.int8)
    return int(mistakes.argmin()) + 1, mistakes
