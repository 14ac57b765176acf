# caught by: A class that is missing, and NaN, raise ValueError
# Says 0.5 where there is no pair.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if np.isnan(scores).any():
        raise ValueError("a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    if p == 0 or q == 0:
        return 0.5
    low, high = np.sort(scores[y == 0]), scores[y == 1]
    return float((np.searchsorted(low, high) + np.searchsorted(low, high, side="right")).sum() / 2 / (p * q))
