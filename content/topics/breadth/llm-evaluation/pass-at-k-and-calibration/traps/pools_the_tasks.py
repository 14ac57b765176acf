# caught by: pass@2 of the example
# Adds up the counts of all tasks first.
from math import comb

import numpy as np


def pass_at_k(samples, correct, k):
    if k < 1 or k > min(samples):
        raise ValueError("k")
    shares = []
    for n, c in zip(samples, correct, strict=True):
        n, c = int(n), int(c)
        shares.append(1 - comb(n - c, k) / comb(n, k))
    return 1 - comb(int(sum(samples)) - int(sum(correct)), k) / comb(int(sum(samples)), k)


def calibration_error(confidences, correct, bins=10):
    sure, right = np.asarray(confidences, float), np.asarray(correct, float)
    place = np.maximum(np.ceil(sure * bins).astype(int) - 1, 0)
    expected, largest = 0.0, 0.0
    for b in range(bins):
        inside = place == b
        if inside.any():
            gap = abs(right[inside].mean() - sure[inside].mean())
            expected += gap * inside.sum() / len(sure)
            largest = max(largest, gap)
    return expected, largest
