# caught by: Clusters a few units apart, a hundred million from the origin or from one another
# np.allclose allows a relative change of 1e-5, which far from the origin is a thousand units.
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
        done = np.allclose(moved, centers)
        centers = moved
        if done:
            break
    return nearest(centers), centers
