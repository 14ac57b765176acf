# Union-find over the pairs of core points, one feature at a time, and a list to give back.
import numpy as np


def dbscan(X, eps, min_points):
    X = np.asarray(X, float)
    n, d = X.shape
    square = np.zeros((n, n))
    for column in X.T:
        square += np.subtract.outer(column, column) ** 2
    near = square <= eps * eps
    core = np.flatnonzero(near.sum(axis=0) >= min_points)
    leader = np.arange(n)

    def find(i):
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i in core:
        for j in core[near[i, core] & (core < i)]:
            a, b = find(i), find(j)
            if a != b:
                leader[max(a, b)] = min(a, b)
    number = {}
    labels = [-1] * n
    for i in core:
        labels[i] = number.setdefault(find(i), len(number))
    is_core = np.isin(np.arange(n), core)
    for i in np.flatnonzero(~is_core):
        found = [labels[j] for j in np.flatnonzero(near[i] & is_core)]
        if found:
            labels[i] = min(found)
    return labels
