# caught by: Scores with many ties, pair by pair
# A curve with a step for each example, also within a group of ties.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    y = y[np.argsort(-scores, kind="stable")]
    tpr = np.r_[0, np.cumsum(y) / p]
    fpr = np.r_[0, np.cumsum(1 - y) / q]
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
