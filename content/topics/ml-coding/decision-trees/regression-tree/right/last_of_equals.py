# Measures from a rounded mean of its own, and takes the last of equally good splits.
import numpy as np


def grow_regression_tree(X, y, max_depth, min_samples_leaf):
    z = y.copy()
    z -= z.sum() / len(z)
    leaf = {"value": float(sum(y.tolist()) / len(y))}
    n = len(y)
    if max_depth == 0 or y.min() == y.max():
        return leaf
    best, split = -np.inf, None
    for j in range(X.shape[1]):
        order = X[:, j].argsort()
        values, targets = X[order, j], z[order]
        sums = targets.cumsum()
        for i in range(min_samples_leaf, n - min_samples_leaf + 1):
            if values[i - 1] == values[i]:
                continue
            gain = (sums[i - 1] ** 2) * (1 / i + 1 / (n - i))
            if gain >= best:
                best, split = gain, (j, values[i - 1] + 0.5 * (values[i] - values[i - 1]))
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
