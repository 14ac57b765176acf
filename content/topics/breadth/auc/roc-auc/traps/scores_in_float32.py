# caught by: Scores that nearly agree, huge, tiny and infinite ones
# Models give float32, so everything is made float32.
import numpy as np


def roc_auc(y, scores):
    y, scores = np.asarray(y, int), np.asarray(scores, np.float32)
    if not (y == 1).any() or not (y == 0).any() or np.isnan(scores).any():
        raise ValueError("a class is missing, or a score is NaN")
    p, q = y.sum(), len(y) - y.sum()
    _, group, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = np.cumsum(sizes) - (sizes - 1) / 2
    return (ranks[group][y == 1].sum() - p * (p + 1) / 2) / (p * q)
