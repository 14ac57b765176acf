# caught by: Time grows as O(n log n)
# The definition as it stands: right, and a matrix of all pairs.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, float)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    gaps = scores[y == 1][:, None] - scores[y == 0]
    gaps = np.nan_to_num(gaps)
    return float((gaps > 0).mean() + (gaps == 0).mean() / 2)
