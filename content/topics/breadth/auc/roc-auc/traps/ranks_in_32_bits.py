# caught by: Time grows as O(n log n)
# Ranks fit into 32 bits; their sum and the number of pairs do not.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = np.int32(y.sum()), np.int32(len(y) - y.sum())
    _, group, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    twice = (2 * np.cumsum(sizes) - (sizes - 1)).astype(np.int32)
    won = twice[group][y == 1].sum(dtype=np.int32) - p * (p + 1)
    return float(won / (2 * p * q))
