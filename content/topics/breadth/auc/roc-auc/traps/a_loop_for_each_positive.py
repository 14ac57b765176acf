# caught by: Time grows as O(n log n)
# No matrix, but still all pairs.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    low = scores[y == 0]
    won = sum((low < one).sum() + (low == one).sum() / 2 for one in scores[y == 1])
    return float(won / (p * q))
