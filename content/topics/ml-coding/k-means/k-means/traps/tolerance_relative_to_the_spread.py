# caught by: Clusters a millionth apart, or far less: small moves are still moves
# Scaling the tolerance by the spread, as libraries do, fails when one outlier makes the spread large.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    centers = np.array(centers, float)
    for _ in range(max_iter):
        labels = nearest(centers)
        moved = centers.copy()
        for j in range(len(centers)):
            if (labels == j).any():
                moved[j] = X[labels == j].mean(axis=0)
        done = np.abs(moved - centers).max() <= 1e-4 * X.std()
        centers = moved
        if done:
            break
    return nearest(centers), centers
