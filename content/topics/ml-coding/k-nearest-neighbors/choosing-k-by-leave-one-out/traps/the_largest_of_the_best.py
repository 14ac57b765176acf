# caught by: best_k is the smallest k with the fewest mistakes
# A comparison with <= keeps the last of equal values.
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
    best_k = 1
    for k in range(1, k_max + 1):
        if mistakes[k - 1] <= mistakes[best_k - 1]:
            best_k = k
    return best_k, mistakes
