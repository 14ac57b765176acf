# caught by: Random rows: no split gains more, and it gains what is said
# 2p(1 - p) with p the mean label is the Gini impurity of the classes 0 and 1 alone.
import numpy as np


def best_split(X, y):
    n, best = len(y), None
    p = y.mean()
    for feature in range(X.shape[1]):
        order = X[:, feature].argsort()
        values = X[order, feature]
        ones = y[order].cumsum()
        for i in range(1, n):
            if values[i - 1] == values[i]:
                continue
            left, right = ones[i - 1] / i, (ones[-1] - ones[i - 1]) / (n - i)
            gain = 2 * (p * (1 - p) - i / n * left * (1 - left) - (n - i) / n * right * (1 - right))
            if best is None or gain > best[2]:
                best = feature, (values[i - 1] + values[i]) / 2, gain
    return best
