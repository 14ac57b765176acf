# caught by: Clusters change while their sizes stay
# When no cluster has grown or shrunk nothing seems to have moved; but two clusters may exchange points.
import numpy as np


def k_means(X, centers, max_iter):
    X = np.asarray(X, dtype=float)
    centers = np.array(centers, dtype=float)

    def assign():
        best = ((X - centers[0]) ** 2).sum(axis=1)
        labels = np.zeros(len(X), dtype=int)
        for j in range(1, len(centers)):
            distance = ((X - centers[j]) ** 2).sum(axis=1)
            nearer = distance < best
            labels[nearer] = j
            best[nearer] = distance[nearer]
        return labels

    for _ in range(max_iter):
        labels = assign()
        moved = centers.copy()
        for j in range(len(centers)):
            members = X[labels == j]
            if len(members):
                moved[j] = members.mean(axis=0)
        sizes = np.bincount(labels, minlength=len(centers))
        if _ and np.array_equal(sizes, old):
            break
        old = sizes
        if np.array_equal(moved, centers):
            break
        centers = moved
    return assign(), centers
