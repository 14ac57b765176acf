# caught by: 75,000 rows: one sweep for all thresholds of a feature
# Right, but the variances of both sides are computed anew for every threshold: quadratic.
import numpy as np


def grow_regression_tree(X, y, max_depth, min_samples_leaf):
    leaf = {"value": float(y.mean())}
    n = len(y)
    if max_depth == 0 or y.min() == y.max():
        return leaf
    best, split = np.inf, None
    for j in range(X.shape[1]):
        order = X[:, j].argsort()
        values, targets = X[order, j], y[order]
        for i in range(min_samples_leaf, n - min_samples_leaf + 1):
            if values[i - 1] == values[i]:
                continue
            error = i * targets[:i].var() + (n - i) * targets[i:].var()
            if error < best:
                best, split = error, (j, (values[i - 1] + values[i]) / 2)
    if split is None:
        return leaf
    j, t = split
    goes_left = X[:, j] <= t
    return {
        "feature": j,
        "threshold": t,
        "left": grow_regression_tree(X[goes_left], y[goes_left], max_depth - 1, min_samples_leaf),
        "right": grow_regression_tree(X[~goes_left], y[~goes_left], max_depth - 1, min_samples_leaf),
    }


def predict(tree, X):
    if "value" in tree:
        return np.full(len(X), tree["value"])
    goes_left = X[:, tree["feature"]] <= tree["threshold"]
    return np.where(goes_left, predict(tree["left"], X), predict(tree["right"], X))
