# caught by: The example in the statement
# argmin counts from zero, k from one.
import numpy as np


def choose_k(X, y, k_max):
    if not 1 <= k_max < len(X):
        raise ValueError("k_max must be from 1 to n - 1")
    distances = ((X[:, None] - X) ** 2).sum(axis=2)
    np.fill_diagonal(distances, np.inf)
    neighbors = distances.argsort(axis=1, kind="stable")[:, :k_max]
    classes, codes = np.unique(y, return_inverse=True)
    votes = (codes[neighbors][:, :, None] == np.arange(len(classes))).cumsum(axis=1)
    mistakes = (votes.argmax(axis=2) != codes[:, None]).sum(axis=0)
    return int(mistakes.argmin()), mistakes
