# caught by: Scores that nearly agree, huge, tiny and infinite ones
# Finds ties in the sorted scores by differences: infinity less infinity is NaN.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    order = np.argsort(scores)
    new = np.r_[True, np.diff(scores[order]) != 0]
    group = np.empty(len(y), int)
    group[order] = np.cumsum(new) - 1
    sizes = np.bincount(group)
    ranks = np.cumsum(sizes) - (sizes - 1) / 2
    return (ranks[group][y == 1].sum() - p * (p + 1) / 2) / (p * q)
