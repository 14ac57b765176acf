"""Fractions of whole binomial coefficients, and bins as sets of fractions."""

from fractions import Fraction
from math import comb

import numpy as np

from sharpen import checks


def pass_at_k(samples, correct, k):
    tasks = list(zip(np.asarray(samples).tolist(), np.asarray(correct).tolist(), strict=True))
    if k < 1 or any(n < k for n, _ in tasks):
        raise ValueError("k")
    return float(sum(1 - Fraction(comb(n - c, k), comb(n, k)) for n, c in tasks) / len(tasks))


def calibration_error(confidences, correct, bins=10):
    answers = [(Fraction(float(sure)), int(right)) for sure, right in zip(confidences, correct, strict=True)]
    held: dict[int, list[Fraction]] = {}
    for sure, right in answers:
        number = next(b for b in range(1, bins + 1) if sure <= Fraction(b, bins))
        held.setdefault(number, []).append(right - sure)
    gaps = [abs(sum(one)) / len(one) for one in held.values()]
    expected = sum(gap * len(one) for gap, one in zip(gaps, held.values(), strict=True)) / len(answers)
    return float(expected), float(max(gaps))


def inputs(rng, draw):
    n = int(rng.integers(1, 9))
    if rng.random() < 0.5:
        top = int(10 ** rng.uniform(0, 3.3)) + 1
        samples = rng.integers(1, top + 1, n)
        passed = np.array([rng.choice([0, 1, m - 1, m, rng.integers(0, m + 1)]) for m in samples])
        most = int(samples.min())
        k = int(rng.choice([1, most, rng.integers(1, most + 1), 0, most + 1], p=[0.2, 0.25, 0.45, 0.05, 0.05]))
        return checks.call("pass_at_k", samples, passed, k)
    bins = int(rng.choice([1, 2, 4, 8, 16, 3, 10, 15, 100, 999]))
    sure = rng.random(n) if rng.random() < 0.5 else rng.integers(0, 17, n) / 16
    if bins & (bins - 1):
        edges = np.arange(1, bins) / bins
        sure = np.where([np.abs(edges - one).min() < 1e-8 for one in sure], 0.123456789, sure)
    return checks.call("calibration_error", sure, rng.random(n) < 0.6, bins)
