# caught by: Random rows: one of the splits that an exact search finds best
# The mean of the two impurities, instead of their mean weighted by size.
import numpy as np


def gini(y):
    return 1 - ((np.unique(y, return_counts=True)[1] / len(y)) ** 2).sum()


def best_split(X, y):
    best = None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in (values[:-1] + values[1:]) / 2:
            left = X[:, feature] <= threshold
            gain = gini(y) - (gini(y[left]) + gini(y[~left])) / 2
            if best is None or gain > best[2]:
                best = feature, threshold, gain
    return best
