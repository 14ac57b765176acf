# caught by: Clusters a millionth apart, or far less: small moves are still moves
# A tolerance of 1e-4 is the habit; on small data it stops after the first move.
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
        done = np.linalg.norm(moved - centers) < 1e-4
        centers = moved
        if done:
            break
    return nearest(centers), centers
