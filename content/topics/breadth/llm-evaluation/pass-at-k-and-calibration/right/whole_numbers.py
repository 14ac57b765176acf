# Exact binomial coefficients, and the edges compared one after another.
from fractions import Fraction
from math import comb

import numpy as np


def pass_at_k(samples, correct, k):
    if not 0 < k <= min(samples):
        raise ValueError
    return float(
        np.mean([1 - float(Fraction(comb(n - c, k), comb(n, k))) for n, c in zip(map(int, samples), map(int, correct))])
    )


def calibration_error(confidences, correct, bins=10):
    sure, right = np.asarray(confidences), np.asarray(correct)
    gaps, weights = [], []
    for b in range(bins):
        inside = (sure > b / bins) & (sure <= (b + 1) / bins)
        if b == 0:
            inside |= sure == 0
        if inside.sum():
            gaps.append(abs(np.mean(right[inside]) - np.mean(sure[inside])))
            weights.append(inside.sum())
    return np.average(gaps, weights=weights), max(gaps)
