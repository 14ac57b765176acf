# caught by: No array of n times n times d
# All differences in one array, by broadcasting.
import numpy as np


def dbscan(X, eps, min_points):
    X = np.asarray(X, float)
    dist = np.sqrt(((X[:, None, :] - X[None, :, :]) ** 2).sum(axis=2))
    near = dist <= eps
    core = near.sum(axis=1) >= min_points
    labels = np.full(len(X), -1)
    c = 0
    for i in range(len(X)):
        if not core[i] or labels[i] >= 0:
            continue
        stack = [i]
        while stack:
            p = stack.pop()
            if labels[p] >= 0:
                continue
            labels[p] = c
            if core[p]:
                stack.extend(np.flatnonzero(near[p] & (labels < 0)))
        c += 1
    return labels
