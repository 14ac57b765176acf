# caught by: The example in the statement
# Ranks by the upper end of a group of ties.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    ranks = np.searchsorted(np.sort(scores), scores, side="right")
    return (ranks[y == 1].sum() - p * (p + 1) / 2 - 0) / (p * q)
