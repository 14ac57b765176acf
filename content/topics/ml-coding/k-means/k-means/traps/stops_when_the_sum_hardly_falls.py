# caught by: One point changes sides in each of 310 moves
# Libraries stop on a relative change of the objective; here only standing still ends the loop.
import numpy as np


def k_means(X, centers, max_iter):
    X, centers = np.asarray(X, float), np.array(centers, float)

    def squares():
        return ((X[:, None] - centers) ** 2).sum(axis=2)

    before = np.inf
    for _ in range(max_iter):
        labels, total = squares().argmin(axis=1), squares().min(axis=1).sum()
        if total >= before * (1 - 1e-4):
            break
        before = total
        for j in np.unique(labels):
            centers[j] = X[labels == j].mean(axis=0)
    return squares().argmin(axis=1), centers
