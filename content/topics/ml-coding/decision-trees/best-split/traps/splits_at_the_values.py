# caught by: The example in the statement
# The threshold is a value of the data: the same on these rows, but not half-way for new ones.
import numpy as np


def gini(y):
    return 1 - ((np.unique(y, return_counts=True)[1] / len(y)) ** 2).sum()


def best_split(X, y):
    best = None
    for feature in range(X.shape[1]):
        for threshold in np.unique(X[:, feature])[:-1]:
            left = X[:, feature] <= threshold
            gain = gini(y) - left.mean() * gini(y[left]) - (~left).mean() * gini(y[~left])
            if best is None or gain > best[2]:
                best = feature, threshold, gain
    return best
