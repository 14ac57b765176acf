import numpy as np


def roc_auc(y: np.ndarray, scores: np.ndarray) -> float:
    """The share of pairs of a positive and a negative in which the positive has the higher score, ties one half.

    Parameters
    ----------
    y : array of shape (n,)
        Labels, 1 or 0.
    scores : array of shape (n,)
        Higher for what is more likely positive; may be infinite.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If a class has no example, or a score is NaN.

    Notes
    -----
    The rank sum of the positives, less what they have among themselves, is the number of pairs won. With the mean rank
    for ties each tied pair adds one half. O(n log n) for sorting, O(n) beside it.
    """
    positive, scores = np.asarray(y) == 1, np.asarray(scores, float)
    positives, negatives = int(positive.sum()), int((~positive).sum())
    if positives == 0 or negatives == 0:
        raise ValueError("AUC needs a positive and a negative example")
    if np.isnan(scores).any():
        raise ValueError("a score is NaN")
    _, group, sizes = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = np.cumsum(sizes) - (sizes - 1) / 2
    return float((ranks[group[positive]].sum() - positives * (positives + 1) / 2) / (positives * negatives))
