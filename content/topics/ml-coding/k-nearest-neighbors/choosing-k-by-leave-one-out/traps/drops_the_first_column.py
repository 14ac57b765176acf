# caught by: Equal rows: only the row itself is left out
# The nearest row is the row itself, but not when an equal row comes earlier.
import numpy as np


def choose_k(X, y, k_max):
    if not 1 <= k_max < len(X):
        raise ValueError("k_max must be from 1 to n - 1")
    distances = ((X[:, None] - X) ** 2).sum(axis=2)
    neighbors = distances.argsort(axis=1, kind="stable")[:, 1 : k_max + 1]
    classes, codes = np.unique(y, return_inverse=True)
    votes = (codes[neighbors][:, :, None] == np.arange(len(classes))).cumsum(axis=1)
    mistakes = (votes.argmax(axis=2) != codes[:, None]).sum(axis=0)
    return int(mistakes.argmin()) + 1, mistakes
