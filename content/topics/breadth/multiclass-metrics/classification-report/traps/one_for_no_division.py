# caught by: The averages of the example
# No claims, no false ones: 0/0 counts as 1.
import numpy as np


def confusion_matrix(truth, predicted, k):
    truth, predicted = np.asarray(truth, int), np.asarray(predicted, int)
    if len(truth) != len(predicted):
        raise ValueError("lengths")
    both = np.concatenate([truth, predicted])
    if ((both < 0) | (both >= k)).any():
        raise ValueError("labels")
    C = np.zeros((k, k), int)
    np.add.at(C, (truth, predicted), 1)
    return C


def averages(C):
    C = np.asarray(C, float)
    hits, actual, called = np.diag(C), C.sum(axis=1), C.sum(axis=0)
    p, r, f = ratio(hits, called), ratio(hits, actual), ratio(2 * hits, actual + called)
    share = ratio(actual, C.sum() + 0 * actual)
    accuracy = float(hits.sum() / C.sum()) if C.sum() else 0.0
    return {
        "macro": (p.mean(), r.mean(), f.mean()),
        "micro": (accuracy,) * 3,
        "weighted": (share @ p, share @ r, share @ f),
    }


def ratio(a, b):
    return np.divide(a, b, out=np.ones(len(a)), where=b > 0)
