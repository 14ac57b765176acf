# Plain arithmetic of a few NumPy calls for every row: slow, but one sweep.
import numpy as np


def best_split(X, y):
    n, classes = len(y), np.unique(y)
    best = None
    for feature in range(X.shape[1]):
        order = X[:, feature].argsort()
        values = X[order, feature]
        left = (y[order][:, None] == classes).cumsum(axis=0)
        total = left[-1]
        for i in range(1, n):
            if values[i - 1] == values[i]:
                continue
            gini_left = 1 - ((left[i - 1] / i) ** 2).sum()
            gini_right = 1 - (((total - left[i - 1]) / (n - i)) ** 2).sum()
            gain = 1 - ((total / n) ** 2).sum() - i / n * gini_left - (n - i) / n * gini_right
            if best is None or gain > best[2]:
                best = feature, (values[i - 1] + values[i]) / 2, gain
    return best
