"""For each class the numbers of test rows that the rule allows, by fractions; the error where there is none."""

from collections import Counter
from fractions import Fraction

import numpy as np

from sharpen import checks


def inputs(rng, draw):
    y = rng.permutation(np.repeat(rng.integers(-4, 5, draw.length("y", 20)), rng.integers(1, 4)))
    fraction = [rng.random(), rng.integers(1, 20) / 20, rng.integers(1, 16) / 16, draw("test_fraction")]
    return y, float(fraction[rng.integers(4)]), np.random.default_rng(0)


def stratified_split(y, test_fraction, _rng):
    counts = Counter(y.tolist())
    if not 0 < test_fraction < 1 or min(counts.values()) < 2:
        raise ValueError
    allowed = {}
    for label, count in counts.items():
        share = Fraction(test_fraction) * count
        nearest = [k for k in range(count + 1) if abs(k - share) <= Fraction(1, 2) + Fraction(1, 10**9)]
        allowed[label] = {min(max(k, 1), count - 1) for k in nearest}
    return y.tolist(), allowed


def as_allowed(expected, got):
    y, allowed = expected
    train, test = (side.tolist() for side in got)
    tested = Counter(y[row] for row in test)
    if sorted(train + test) == list(range(len(y))) and all(tested[one] in allowed[one] for one in allowed):
        return None
    return checks.Difference("", str(allowed), str(tested), "another split")


same = {"stratified_split": as_allowed}
