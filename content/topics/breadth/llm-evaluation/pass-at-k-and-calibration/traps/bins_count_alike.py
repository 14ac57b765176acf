# caught by: The two bins of the example
# The plain mean of the gaps.
from math import comb

import numpy as np


def pass_at_k(samples, correct, k):
    if k < 1 or k > min(samples):
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
            expected += gap / len(np.unique(place))
            largest = max(largest, gap)
    return expected, largest
