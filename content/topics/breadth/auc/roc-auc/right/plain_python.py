# One walk through the sorted pairs, without NumPy, counting doubled wins in whole numbers.
import itertools
import math


def roc_auc(y, scores):
    pairs = sorted(zip([float(s) for s in scores], [bool(label) for label in y]))
    if any(math.isnan(s) for s, _ in pairs):
        raise ValueError("NaN")
    below = won = positives = 0
    for _, group in itertools.groupby(pairs, key=lambda pair: pair[0]):
        labels = [label for _, label in group]
        high = sum(labels)
        low = len(labels) - high
        won += high * (2 * below + low)
        below += low
        positives += high
    if positives == 0 or below == 0:
        raise ValueError("a class is missing")
    return won / (2 * positives * below)
