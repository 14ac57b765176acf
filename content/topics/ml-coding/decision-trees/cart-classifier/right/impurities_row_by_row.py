# Plain arithmetic of a few NumPy calls for every row: slow, but one sweep.
import numpy as np


def grow_tree(X, y, max_depth):
    classes, counts = np.unique(y, return_counts=True)
    leaf = {"label": int(classes[counts.argmax()])}
    n = len(y)
    if max_depth == 0 or len(classes) == 1:
        return leaf
    best, split = -np.inf, None
    for j in range(X.shape[1]):
        order = X[:, j].argsort()
        values = X[order, j]
        left = (y[order][:, None] == classes).cumsum(axis=0)
        for i in range(n - 1):
            if values[i] == values[i + 1]:
                continue
            right = left[-1] - left[i]
            purity = (left[i] ** 2).sum() / (i + 1) + (right**2).sum() / (n - i - 1)
            if purity > best:
                best, split = purity, (j, (values[i] + values[i + 1]) / 2)
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
