# caught by: Random rows: one of the splits that an exact search finds best
# 2p(1 - p) with p the mean label is the Gini impurity of the classes 0 and 1 alone.
import numpy as np


def gini(y):
    return 2 * y.mean() * (1 - y.mean())


def best_split(X, y):
    best = None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            left = X[:, feature] <= threshold
            gain = gini(y) - left.mean() * gini(y[left]) - (~left).mean() * gini(y[~left])
            if best is None or gain > best[2]:
                best = feature, threshold, gain
    return best
