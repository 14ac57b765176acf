# caught by: No argument is changed
# Takes the hits away from the caller's matrix to get the errors.
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
    C = np.asarray(C)
    hits = np.diag(C).astype(float)
    np.fill_diagonal(C, 0)
    misses, alarms = C.sum(axis=1), C.sum(axis=0)
    p, r = ratio(hits, hits + alarms), ratio(hits, hits + misses)
    f = ratio(2 * hits, 2 * hits + alarms + misses)
    total = hits.sum() + misses.sum()
    share = (hits + misses) / max(total, 1)
    return {
        "macro": (p.mean(), r.mean(), f.mean()),
        "micro": (hits.sum() / max(total, 1),) * 3,
        "weighted": (share @ p, share @ r, share @ f),
    }


def ratio(a, b):
    return np.divide(a, b, out=np.zeros(len(a)), where=b > 0)
