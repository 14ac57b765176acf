# caught by: Clusters a few units apart, a hundred million from the origin or from one another
# Moving the origin repairs the expansion for data in one place, not for clusters far from one another.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        shifted = centers - origin
        return ((shifted**2).sum(axis=1) - 2 * points @ shifted.T).argmin(axis=1)

    origin = np.mean(X, axis=0)
    points, centers = X - origin, np.array(centers, float)
    for _ in range(max_iter):
        labels = nearest(centers)
        moved = centers.copy()
        for j in np.unique(labels):
            moved[j] = X[labels == j].mean(axis=0)
        if np.array_equal(moved, centers):
            break
        centers = moved
    return nearest(centers), centers
