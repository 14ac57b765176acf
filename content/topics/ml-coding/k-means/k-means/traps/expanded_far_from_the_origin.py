# caught by: Clusters a few units apart, a hundred million from the origin or from one another
# x.x - 2 x.c + c.c cancels badly when every term is near 1e16.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        squares = (X**2).sum(axis=1)[:, None] - 2 * X @ centers.T + (centers**2).sum(axis=1)
        return squares.argmin(axis=1)

    centers = np.array(centers, float)
    for _ in range(max_iter):
        labels = nearest(centers)
        moved = centers.copy()
        for j in range(len(centers)):
            if (labels == j).any():
                moved[j] = X[labels == j].mean(axis=0)
        if np.array_equal(moved, centers):
            break
        centers = moved
    return nearest(centers), centers
