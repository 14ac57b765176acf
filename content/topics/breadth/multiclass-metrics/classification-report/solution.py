import numpy as np


def confusion_matrix(truth: np.ndarray, predicted: np.ndarray, k: int) -> np.ndarray:
    """Count the examples of each class by the class that was predicted.

    Parameters
    ----------
    truth, predicted : arrays of shape (n,)
        Labels in 0 ... k - 1.
    k : int

    Returns
    -------
    array of int, shape (k, k)
        By true class in rows, by predicted class in columns.

    Raises
    ------
    ValueError
        If lengths differ, or a label is out of range.

    Notes
    -----
    Each pair of labels is one number below k * k: O(n + k^2).
    """
    truth, predicted = np.asarray(truth, int), np.asarray(predicted, int)
    if len(truth) != len(predicted):
        raise ValueError("truth and predicted differ in length")
    for labels in (truth, predicted):
        if ((labels < 0) | (labels >= k)).any():
            raise ValueError(f"a label is not in 0 ... {k - 1}")
    return np.bincount(truth * k + predicted, minlength=k * k).reshape(k, k)


def averages(C: np.ndarray) -> dict[str, tuple[float, float, float]]:
    """Macro, micro and weighted precision, recall and F1, where 0/0 counts as 0; C has shape (k, k).

    Notes
    -----
    Rows sum to TP + FN, columns to TP + FP. Micro is the same of the summed counts: O(k^2).
    """
    C = np.asarray(C, float)
    hits, actual, called = C.diagonal(), C.sum(axis=1), C.sum(axis=0)
    scores, support = scores_of(hits, actual, called), actual / max(actual.sum(), 1)
    rows = {
        "macro": scores.mean(axis=1),
        "micro": scores_of(hits.sum(), actual.sum(), called.sum()),
        "weighted": scores @ support,
    }
    return {name: tuple(row.tolist()) for name, row in rows.items()}


def scores_of(hits: np.ndarray, actual: np.ndarray, called: np.ndarray) -> np.ndarray:
    """Precision, recall and F1; a count is at least 1 unless nothing was counted, and then there are no hits."""
    return np.array([hits, hits, 2 * hits]) / np.maximum([called, actual, actual + called], 1)
