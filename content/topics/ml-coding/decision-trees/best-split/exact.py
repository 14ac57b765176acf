"""Every best split, by going through all thresholds with fractions."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import numpy as np

NEAR = Fraction(1, 10**12)


def gini(labels):
    return 1 - sum(Fraction(count, len(labels)) ** 2 for count in Counter(labels).values())


def gain(column, labels, threshold):
    left = [label for value, label in zip(column, labels, strict=True) if value <= threshold]
    right = [label for value, label in zip(column, labels, strict=True) if value > threshold]
    return gini(labels) - sum(Fraction(len(side), len(labels)) * gini(side) for side in (left, right))


def best_split(X, y):
    """All best splits: feature, the values on both sides of the threshold, gain. None if there is no split."""
    labels, every = y.tolist(), []
    for feature, column in enumerate(X.T.tolist()):
        values = [Fraction(value) for value in column]
        distinct = sorted(set(values))
        for low, high in pairwise(distinct):
            every.append((feature, low, high, gain(values, labels, (low + high) / 2)))
    most = max((split[3] for split in every), default=None)
    return [split for split in every if split[3] >= most - NEAR] or None


def one_of_them(expected, got):
    """A comparator: the answer is one of the best splits."""
    if expected is None or got is None:
        return None if expected is got else Wrong("one of the two is None")
    for feature, low, high, most in expected:
        right = feature == got[0] and abs(Fraction(float(got[1])) - (low + high) / 2) <= (high - low) / 10**6
        if right and abs(got[2] - most) <= 1e-12:
            return None
    return Wrong("it is not one of the best splits")


class Wrong:
    """A difference."""

    def __init__(self, why):
        self.why = why


same = {"best_split": one_of_them}


def inputs(rng, draw):
    n = draw.length("X", 10)
    X = draw("X", n, int(rng.integers(1, 4)))
    y = draw("y", n) if rng.random() < 0.3 else rng.choice([-(10**12), 7, 7 + 2**32], n)
    return np.vectorize(lambda number: float(f"{number:.8g}"))(X), y
