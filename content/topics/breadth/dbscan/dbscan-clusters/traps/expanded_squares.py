# caught by: Steps a little smaller or larger than eps, far from the origin
# |x|^2 + |y|^2 - 2xy, which loses small distances far from the origin.
from collections import deque

import numpy as np


def dbscan(X, eps, min_points):
    n = len(X)
    X = np.array(X, dtype=float)
    neighbors = []
    for i in range(n):
        dist = np.sqrt(np.maximum((X**2).sum(1) + (X[i] ** 2).sum() - 2 * X @ X[i], 0))
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
    return np.array(labels)
