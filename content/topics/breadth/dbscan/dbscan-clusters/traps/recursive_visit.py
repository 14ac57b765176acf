# caught by: Chains of thousands of points
# Spreads by recursion.
import numpy as np


def dbscan(X, eps, min_points):
    X = np.asarray(X, float)
    near = [np.flatnonzero(np.linalg.norm(X - x, axis=1) <= eps) for x in X]
    labels = [-1] * len(X)

    def visit(i, c):
        labels[i] = c
        if len(near[i]) >= min_points:
            for j in near[i]:
                if labels[j] == -1:
                    visit(j, c)

    c = 0
    for i in range(len(X)):
        if labels[i] == -1 and len(near[i]) >= min_points:
            visit(i, c)
            c += 1
    return np.array(labels)
