# caught by: A k below 1, or above some number of samples, raises ValueError
# Looks at the first task for how many samples there are.
from math import comb

import numpy as np


def pass_at_k(samples, correct, k):
    if k < 1 or k > samples[0]:
        raise ValueError("k")
    shares = []
    for n, c in zip(samples, correct, strict=True):
        n, c = int(n), int(c)
        shares.append(1 - comb(n - c, k) / comb(n, k))
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
