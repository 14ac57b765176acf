# caught by: A k below 1, or above some number of samples, raises ValueError
# Takes the number of samples for k where it is less.
from math import comb

import numpy as np


def pass_at_k(samples, correct, k):
    shares = []
    for n, c in zip(samples, correct, strict=True):
        n, c = int(n), int(c)
        tries = min(k, n)
        shares.append(1 - comb(n - c, tries) / comb(n, tries))
    return sum(shares) / len(shares)


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
