# The curve with a point for each distinct score.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.array(y, float), np.array(scores, float)
    if len(y) == 0 or y.min() == y.max() or np.any(scores != scores):
        raise ValueError("no AUC")
    order = np.argsort(scores)[::-1]
    y, scores = y[order], scores[order]
    last = np.r_[scores[1:] != scores[:-1], True]
    tpr = np.r_[0, np.cumsum(y)[last]] / y.sum()
    fpr = np.r_[0, np.cumsum(1 - y)[last]] / (1 - y).sum()
    return np.trapezoid(tpr, fpr)
