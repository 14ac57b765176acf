# caught by: 600 rows and 200 values of k for little more than the price of one
# Calling a classifier for every k sorts the same distances k_max times.
import numpy as np


def mistakes_of(X, y, k):
    distances = ((X[:, None] - X) ** 2).sum(axis=2)
    np.fill_diagonal(distances, np.inf)
    neighbors = distances.argsort(axis=1, kind="stable")[:, :k]
    classes, codes = np.unique(y, return_inverse=True)
    votes = (codes[neighbors][:, :, None] == np.arange(len(classes))).sum(axis=1)
    return int((votes.argmax(axis=1) != codes).sum())


def choose_k(X, y, k_max):
    if not 1 <= k_max < len(X):
        raise ValueError("k_max must be from 1 to n - 1")
    mistakes = [mistakes_of(X, y, k) for k in range(1, k_max + 1)]
    return mistakes.index(min(mistakes)) + 1, mistakes
