# caught by: A center without points stays where it is
# Moving the origin to the mean and back again costs the last digits of a center that should not move at all.
import numpy as np


def k_means(X, centers, max_iter):
    def nearest(centers):
        return ((points[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)

    origin = np.mean(X, axis=0)
    points, centers = X - origin, centers - origin
    for _ in range(max_iter):
        labels = nearest(centers)
        moved = centers.copy()
        for j in np.unique(labels):
            moved[j] = points[labels == j].mean(axis=0)
        if np.array_equal(moved, centers):
            break
        centers = moved
    return nearest(centers), centers + origin
