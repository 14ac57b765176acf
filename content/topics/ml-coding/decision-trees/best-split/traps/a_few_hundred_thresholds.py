# caught by: 20,000 rows: one sweep for all thresholds of a feature
# Boosting libraries try a few hundred thresholds and get away with it; here the best of all is wanted.
import numpy as np

MOST = 255


def best_split(X, y):
    n = len(X)
    members = (y[:, None] == np.unique(y)).astype(float)
    total, best = members.sum(axis=0), None
    for feature in range(X.shape[1]):
        order = X[:, feature].argsort()
        values = X[order, feature]
        cuts = np.flatnonzero(values[:-1] < values[1:])
        if len(cuts) > MOST:
            cuts = cuts[np.linspace(0, len(cuts) - 1, MOST).astype(int)]
        if not len(cuts):
            continue
        left = members[order].cumsum(axis=0)[cuts]
        right, sizes = total - left, cuts + 1
        purity = (left**2).sum(axis=1) / sizes + (right**2).sum(axis=1) / (n - sizes)
        i = purity.argmax()
        gain = purity[i] / n - ((total / n) ** 2).sum()
        if best is None or gain > best[2]:
            best = feature, (values[cuts[i]] + values[cuts[i] + 1]) / 2, gain
    return best
