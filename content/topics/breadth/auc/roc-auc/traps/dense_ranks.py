# caught by: Scores with many ties, pair by pair
# Ranks of the distinct scores, however many examples share one.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    _, ranks = np.unique(scores, return_inverse=True)
    return ((ranks + 1)[y == 1].sum() - p * (p + 1) / 2) / (p * q)
