# Arrays of two numbers for every row: slow, but one sweep.
import numpy as np


def grow_regression_tree(X, y, max_depth, min_samples_leaf):
    n, m = len(y), np.mean(y)
    if max_depth == 0 or np.unique(y).size == 1:
        return {"value": m}
    best = None
    for j in range(X.shape[1]):
        o = np.argsort(X[:, j])
        v = X[o, j]
        c = np.concatenate([[0.0], np.cumsum(y[o] - m)])
        for k in range(1, n):
            if min(k, n - k) < min_samples_leaf or v[k] <= v[k - 1]:
                continue
            L, R = np.array([c[k], k]), np.array([c[n] - c[k], n - k])
            g = np.square(L[0]) / L[1] + np.square(R[0]) / R[1]
            if best is None or g > best[0]:
                best = g, j, np.mean([v[k - 1], v[k]])
    if best is None:
        return {"value": m}
    _, j, t = best
    L = X[:, j] <= t
    return {
        "feature": j,
        "threshold": t,
        "left": grow_regression_tree(X[L], y[L], max_depth - 1, min_samples_leaf),
        "right": grow_regression_tree(X[~L], y[~L], max_depth - 1, min_samples_leaf),
    }


def predict(tree, X):
    def one(t, x):
        return t["value"] if "value" in t else one(t["left"] if x[t["feature"]] <= t["threshold"] else t["right"], x)

    return np.array([one(tree, x) for x in X], dtype=float)
