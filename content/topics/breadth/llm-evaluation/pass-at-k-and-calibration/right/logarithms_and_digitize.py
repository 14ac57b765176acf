# Logarithms of factorials, and np.digitize between the inner edges.
from math import exp, lgamma

import numpy as np


def log_choose(n, k):
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def pass_at_k(samples, correct, k):
    n, c = np.array(samples), np.array(correct)
    if k <= 0 or (n < k).any():
        raise ValueError("k is out of range")
    chances = [
        1.0 if m - p < k else 1 - exp(log_choose(m - p, k) - log_choose(m, k)) for m, p in zip(n, c, strict=True)
    ]
    return np.mean(chances)


def calibration_error(confidences, correct, bins=10):
    p, y = np.array(confidences, dtype=np.float64), np.array(correct, dtype=np.float64)
    which = np.digitize(p, np.linspace(0, 1, bins + 1)[1:-1], right=True)
    ece, mce = 0.0, 0.0
    for b in np.unique(which):
        inside = which == b
        gap = np.abs(y[inside].mean() - p[inside].mean())
        ece += inside.mean() * gap
        mce = max(mce, gap)
    return [ece, mce]
