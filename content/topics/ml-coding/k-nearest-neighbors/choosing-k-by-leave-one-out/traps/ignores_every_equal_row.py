# caught by: Equal rows: only the row itself is left out
# Treating distance zero as "itself" throws away honest neighbors with the same coordinates.
import numpy as np


def choose_k(X, y, k_max):
    if not 1 <= k_max < len(X):
        raise ValueError("k_max must be from 1 to n - 1")
    distances = ((X[:, None] - X) ** 2).sum(axis=2)
    distances[distances == 0] = np.inf
    neighbors = distances.argsort(axis=1, kind="stable")[:, :k_max]
    classes, codes = np.unique(y, return_inverse=True)
    votes = (codes[neighbors][:, :, None] == np.arange(len(classes))).cumsum(axis=1)
    mistakes = (votes.argmax(axis=2) != codes[:, None]).sum(axis=0)
    return int(mistakes.argmin()) + 1, mistakes
