# Sorts the negatives alone.
import numpy as np


def roc_auc(y, scores):
    y = np.asarray(y).astype(bool)
    scores = np.asarray(scores, dtype=np.float64)
    if np.isnan(scores).any():
        raise ValueError("NaN")
    high, low = scores[y], np.sort(scores[~y])
    if not high.size or not low.size:
        raise ValueError("one class only")
    below = np.searchsorted(low, high, side="left")
    not_above = np.searchsorted(low, high, side="right")
    return np.float64(np.mean((below + not_above) / 2) / low.size)
