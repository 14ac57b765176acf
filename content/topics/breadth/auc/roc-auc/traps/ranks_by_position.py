# caught by: Scores with many ties, pair by pair
# The rank sum with `argsort` twice: tied examples get different ranks.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    ranks = scores.argsort().argsort() + 1
    return (ranks[y == 1].sum() - p * (p + 1) / 2) / (p * q)
