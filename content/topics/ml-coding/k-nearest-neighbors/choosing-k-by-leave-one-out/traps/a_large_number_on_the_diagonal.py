# caught by: Two groups far apart, and k so large that both vote
# A "large" number stands for infinity until somebody's data are larger.
import numpy as np


def choose_k(X, y, k_max):
    if not 1 <= k_max < len(X):
        raise ValueError("k_max must be from 1 to n - 1")
    squares = ((X[:, None] - X) ** 2).sum(axis=2) + 1e9 * np.eye(len(X))
    near = squares.argsort(axis=1, kind="stable")[:, :k_max]
    classes, codes = np.unique(y, return_inverse=True)
    votes = (codes[near][:, :, None] == np.arange(len(classes))).cumsum(axis=1)
    mistakes = (votes.argmax(axis=2) != codes[:, None]).sum(axis=0)
    return int(mistakes.argmin()) + 1, mistakes
