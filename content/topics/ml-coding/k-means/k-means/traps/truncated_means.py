# caught by: Integer points and centers: the means keep their fractions
# Copying integer centers keeps their dtype, so every mean written into the copy is truncated.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    centers = centers.copy()
    for _ in range(max_iter):
        labels = nearest(centers)
        before = centers.copy()
        for j in range(len(centers)):
            if (labels == j).any():
                centers[j] = X[labels == j].mean(axis=0)
        if np.array_equal(before, centers):
            break
    return nearest(centers), centers
