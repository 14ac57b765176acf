# caught by: A center without points stays where it is
# The mean of no points is NaN, and a NaN center never recovers.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    for _ in range(max_iter):
        labels = nearest(centers)
        moved = np.array([X[labels == j].mean(axis=0) for j in range(len(centers))])
        if np.array_equal(moved, centers):
            break
        centers = moved
    return nearest(centers), np.asarray(centers, float)
