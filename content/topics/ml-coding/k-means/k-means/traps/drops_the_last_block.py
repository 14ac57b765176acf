# caught by: 20,000 points: they are not compared with one another
# Labels the points in blocks to save memory, and forgets those that do not fill one.
import numpy as np

BLOCK = 8192


def k_means(X, centers, max_iter):
    origin = X[0].astype(float)
    points, centers = X - origin, centers - origin
    labels = nearest(points, centers)
    for _ in range(max_iter):
        moved = centers.copy()
        for j in np.unique(labels):
            moved[j] = points[labels == j].mean(axis=0)
        if np.array_equal(moved, centers):
            break
        centers = moved
        labels = nearest(points, centers)
    return labels, centers + origin


def nearest(points, centers):
    labels = np.zeros(len(points), dtype=int)
    for block in range(max(1, len(points) // BLOCK)):
        rows = slice(block * BLOCK, (block + 1) * BLOCK)
        labels[rows] = ((centers**2).sum(axis=1) / 2 - points[rows] @ centers.T).argmin(axis=1)
    return labels
