# caught by: One point changes sides in each of 310 moves
# 300 iterations is the default of scikit-learn, and no reason to stop here.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    X, centers = np.asarray(X, float), np.array(centers, float)
    for _ in range(min(max_iter, 300)):
        labels = nearest(centers)
        moved = centers.copy()
        for j in np.unique(labels):
            moved[j] = X[labels == j].mean(axis=0)
        if np.array_equal(moved, centers):
            break
        centers = moved
    return nearest(centers), centers
