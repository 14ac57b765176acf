# F1 of each class by its precision and recall; a two-dimensional histogram by np.unique.
import numpy as np


def confusion_matrix(truth, predicted, k):
    if len(truth) != len(predicted):
        raise ValueError("lengths")
    pairs = np.array([truth, predicted], dtype=np.int64)
    if pairs.size and (pairs.min() < 0 or pairs.max() > k - 1):
        raise ValueError("label")
    C = np.zeros((k, k), dtype=np.int64)
    cells, count = np.unique(pairs[0] * k + pairs[1], return_counts=True)
    C.ravel()[cells] = count
    return C


def averages(C):
    C = np.array(C, dtype=np.float64)
    tp = np.diag(C)
    fp, fn = C.sum(0) - tp, C.sum(1) - tp
    support = tp + fn
    with np.errstate(divide="ignore", invalid="ignore"):
        p = np.nan_to_num(tp / (tp + fp))
        r = np.nan_to_num(tp / (tp + fn))
        f = np.nan_to_num(2 * p * r / (p + r))
        mp = np.nan_to_num(tp.sum() / (tp.sum() + fp.sum()))
        mr = np.nan_to_num(tp.sum() / (tp.sum() + fn.sum()))
        mf = np.nan_to_num(2 * mp * mr / (mp + mr))
    if support.sum() > 0:
        weighted = tuple(np.average(v, weights=support) for v in (p, r, f))
    else:
        weighted = (0.0, 0.0, 0.0)
    return {"macro": tuple(np.mean([p, r, f], axis=1)), "micro": (mp, mr, mf), "weighted": weighted}
