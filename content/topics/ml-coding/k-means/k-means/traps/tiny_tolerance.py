# caught by: Clusters a millionth apart, or far less: small moves are still moves
# "Equal up to rounding" as a fixed number, 1e-12, is large beside tiny data.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    X, centers = np.asarray(X, float), np.array(centers, float)
    for _ in range(max_iter):
        labels = nearest(centers)
        moved = centers.copy()
        for j in np.unique(labels):
            moved[j] = X[labels == j].mean(axis=0)
        if np.abs(moved - centers).max() < 1e-12:
            break
        centers = moved
    return nearest(centers), centers
