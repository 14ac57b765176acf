# caught by: The inputs are not modified
# np.asarray copies nothing when the centers are floats already, so the caller's array moves too.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest():
        return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    centers = np.asarray(centers, dtype=float)
    for _ in range(max_iter):
        labels = nearest()
        before = centers.copy()
        for j in range(len(centers)):
            if (labels == j).any():
                centers[j] = X[labels == j].mean(axis=0)
        if np.array_equal(before, centers):
            break
    return nearest(), centers
