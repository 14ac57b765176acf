# caught by: Equal values stay on the same side
# Every place in the sorted column is tried, also between two rows with the same value.
import numpy as np


def best_split(X, y):
    n, classes = len(X), np.unique(y)
    if (X == X[0]).all():
        return None
    best = None
    for feature in range(X.shape[1]):
        order = X[:, feature].argsort(kind="stable")
        values = X[order, feature]
        left = (y[order][:, None] == classes).cumsum(axis=0)
        for i in range(n - 1):
            right = left[-1] - left[i]
            purity = (left[i] ** 2).sum() / (i + 1) + (right**2).sum() / (n - i - 1)
            gain = purity / n - ((left[-1] / n) ** 2).sum()
            if best is None or gain > best[2]:
                best = feature, (values[i] + values[i + 1]) / 2, gain
    return best
