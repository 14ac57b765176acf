# caught by: No argument is changed
# Sorts the caller's arrays.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y), np.asarray(scores)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores.astype(float)).any():
        raise ValueError("a class is missing, or a score is NaN")
    order = np.argsort(scores)
    y[:], scores[:] = y[order], scores[order]
    low, high = scores[y == 0], scores[y == 1]
    return float(
        (np.searchsorted(low, high) + np.searchsorted(low, high, side="right")).sum() / 2 / (len(low) * len(high))
    )
