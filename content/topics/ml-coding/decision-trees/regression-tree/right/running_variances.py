# Running variances from both ends, by Welford's method, without any sum of squares.
import numpy as np


def running(v):
    """sum of squared deviations of every prefix, Welford"""
    mean, m2, out = 0.0, 0.0, []
    for k, x in enumerate(v, 1):
        d = x - mean
        mean += d / k
        m2 += d * (x - mean)
        out.append(m2)
    return out


def grow_regression_tree(X, y, max_depth, min_samples_leaf):
    n = len(y)
    if max_depth == 0 or np.all(y == y[0]) or n < 2 * min_samples_leaf:
        return {"value": np.mean(y)}
    best = None
    for j in range(X.shape[1]):
        o = np.argsort(X[:, j], kind="stable")
        v = X[o, j].tolist()
        t = y[o].tolist()
        a, b = running(t), running(t[::-1])[::-1]
        for k in range(min_samples_leaf, n - min_samples_leaf + 1):
            if v[k - 1] != v[k]:
                e = a[k - 1] + b[k]
                if best is None or e < best[0]:
                    best = e, j, (v[k - 1] + v[k]) / 2
    if best is None:
        return {"value": np.mean(y)}
    _, j, t = best
    L = X[:, j] <= t
    return {
        "feature": j,
        "threshold": t,
        "left": grow_regression_tree(X[L], y[L], max_depth - 1, min_samples_leaf),
        "right": grow_regression_tree(X[~L], y[~L], max_depth - 1, min_samples_leaf),
    }


def predict(tree, X):
    if "value" in tree:
        return np.full(X.shape[0], tree["value"])
    L = X[:, tree["feature"]] <= tree["threshold"]
    out = np.zeros(len(X))
    out[L] = predict(tree["left"], X[L])
    out[~L] = predict(tree["right"], X[~L])
    return out
