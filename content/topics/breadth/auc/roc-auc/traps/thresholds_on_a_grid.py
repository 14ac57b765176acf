# caught by: Scores without ties, pair by pair
# Takes the scores for probabilities, and a thousand thresholds for enough.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    grid = np.linspace(1, 0, 1001)
    tpr = np.r_[0, [(scores[y == 1] >= t).mean() for t in grid], 1]
    fpr = np.r_[0, [(scores[y == 0] >= t).mean() for t in grid], 1]
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
