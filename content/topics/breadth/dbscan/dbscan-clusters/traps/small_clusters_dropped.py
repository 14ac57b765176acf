# caught by: A border point of two clusters goes to the lower number and joins nothing
# Drops clusters of fewer than min_points points, which may have lost borders to others.
from collections import deque

import numpy as np


def dbscan(X, eps, min_points):
    n = len(X)
    X = np.array(X, dtype=float)
    neighbors = []
    for i in range(n):
        dist = np.sqrt(np.sum((X - X[i]) ** 2, axis=1))
        neighbors.append(np.where(dist <= eps)[0])
    labels = [None] * n
    cluster = -1
    for i in range(n):
        if labels[i] is not None:
            continue
        if len(neighbors[i]) < min_points:
            labels[i] = -1
            continue
        cluster += 1
        labels[i] = cluster
        queue = deque(neighbors[i])
        while queue:
            j = queue.popleft()
            if labels[j] == -1:
                labels[j] = cluster
            if labels[j] is not None:
                continue
            labels[j] = cluster
            if len(neighbors[j]) >= min_points:
                queue.extend(neighbors[j])
    labels = np.array(labels)
    for c in range(cluster + 1):
        if (labels == c).sum() < min_points:
            labels[labels == c] = -1
    return labels
