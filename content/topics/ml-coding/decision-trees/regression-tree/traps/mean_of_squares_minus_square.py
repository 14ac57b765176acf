# caught by: Targets a few units apart and far from zero, or in groups far apart
# The textbook formula for the variance cancels when the mean is large.
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
        sums, squares = targets.cumsum(), (targets**2).cumsum()
        for i in range(min_samples_leaf, n - min_samples_leaf + 1):
            if values[i - 1] == values[i]:
                continue
            error = squares[-1] - sums[i - 1] ** 2 / i - (sums[-1] - sums[i - 1]) ** 2 / (n - i)
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
