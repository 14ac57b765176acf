# caught by: A split that lowers the error by nothing is still made
# Stops where no single question helps: an exclusive or is never split.
import numpy as np


def grow_regression_tree(X, y, max_depth, min_samples_leaf):
    return grow(np.asarray(X, float), np.asarray(y, float), max_depth, min_samples_leaf)


def grow(X, y, depth, min_samples_leaf):
    mean, split = y.mean(), None
    if depth > 0 and y.min() < y.max():
        split = best_split(X, y - mean, min_samples_leaf)
    if split is None:
        return {"value": float(mean)}
    feature, threshold = split
    goes_left = X[:, feature] <= threshold
    left = grow(X[goes_left], y[goes_left], depth - 1, min_samples_leaf)
    right = grow(X[~goes_left], y[~goes_left], depth - 1, min_samples_leaf)
    return {"feature": feature, "threshold": threshold, "left": left, "right": right}


def best_split(X, centered, min_samples_leaf):
    n = len(X)
    order = X.argsort(axis=0)
    values = np.take_along_axis(X, order, axis=0)
    sizes = np.arange(1, n)[:, None]
    allowed = (values[:-1] < values[1:]) & (np.minimum(sizes, n - sizes) >= min_samples_leaf)
    if not allowed.any():
        return None
    sums = centered[order[:-1]].cumsum(axis=0)
    gain = sums**2 / (sizes * (n - sizes))
    gain[~allowed] = -np.inf
    if gain.max() <= 1e-12:
        return None
    row, feature = np.unravel_index(gain.argmax(), gain.shape)
    return int(feature), float(values[row, feature] + values[row + 1, feature]) / 2


def predict(tree, X):
    X = np.asarray(X, float)
    if "value" in tree:
        return np.full(len(X), tree["value"])
    goes_left = X[:, tree["feature"]] <= tree["threshold"]
    values = np.empty(len(X))
    values[goes_left] = predict(tree["left"], X[goes_left])
    values[~goes_left] = predict(tree["right"], X[~goes_left])
    return values
