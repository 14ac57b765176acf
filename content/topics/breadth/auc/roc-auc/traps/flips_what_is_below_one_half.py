# caught by: Scores with many ties, pair by pair
# An AUC below one half looks like a bug, so it is turned around.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    low = np.sort(scores[y == 0])
    high = scores[y == 1]
    won = (np.searchsorted(low, high) + np.searchsorted(low, high, side="right")).sum() / 2
    return float(max(won / (p * q), 1 - won / (p * q)))
