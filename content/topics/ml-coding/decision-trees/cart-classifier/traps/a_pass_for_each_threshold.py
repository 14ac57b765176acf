# caught by: 20,000 rows: one sweep for all thresholds of a feature
# Right, but every threshold goes over all rows again: quadratic.
import numpy as np


def gini(y):
    return 1 - ((np.unique(y, return_counts=True)[1] / len(y)) ** 2).sum()


def grow_tree(X, y, max_depth):
    classes, counts = np.unique(y, return_counts=True)
    leaf = {"label": int(classes[counts.argmax()])}
    if max_depth == 0 or len(classes) == 1:
        return leaf
    best, split = np.inf, None
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for t in (values[:-1] + values[1:]) / 2:
            left = X[:, j] <= t
            impurity = left.mean() * gini(y[left]) + (~left).mean() * gini(y[~left])
            if impurity < best:
                best, split = impurity, (j, t)
    if split is None:
        return leaf
    j, t = split
    goes_left = X[:, j] <= t
    return {
        "feature": j,
        "threshold": t,
        "left": grow_tree(X[goes_left], y[goes_left], max_depth - 1),
        "right": grow_tree(X[~goes_left], y[~goes_left], max_depth - 1),
    }


def predict(tree, X):
    if "label" in tree:
        return np.full(len(X), tree["label"])
    goes_left = X[:, tree["feature"]] <= tree["threshold"]
    return np.where(goes_left, predict(tree["left"], X), predict(tree["right"], X))
