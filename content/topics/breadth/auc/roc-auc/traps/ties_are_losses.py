# caught by: The example in the statement
# Counts the negatives strictly below, and forgets the half.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    below = np.searchsorted(np.sort(scores[y == 0]), scores[y == 1])
    return float(below.sum() / (p * q))
