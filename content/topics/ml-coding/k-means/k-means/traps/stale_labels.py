# caught by: Stopped after any number of moves, the labels belong to the returned centers
# The loop ends with a move, and the labels from before it are returned.
import numpy as np


def k_means(X, centers, max_iter):
    centers = np.array(centers, float)
    origin = X[0].astype(float)
    labels = ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)
    for _ in range(max_iter):
        labels = ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)
        moved = centers.copy()
        for j in range(len(centers)):
            if (labels == j).any():
                moved[j] = (X[labels == j] - origin).mean(axis=0) + origin
        if np.array_equal(moved, centers):
            break
        centers = moved
    return labels, centers
