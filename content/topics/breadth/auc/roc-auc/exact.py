"""Every pair, credited in fractions."""

from fractions import Fraction

import numpy as np


def roc_auc(y, scores):
    if any(score != score for score in scores):
        raise ValueError("NaN")
    above = [score for label, score in zip(y, scores, strict=True) if label]
    below = [score for label, score in zip(y, scores, strict=True) if not label]
    if not above or not below:
        raise ValueError("a class is missing")
    credit = [Fraction(int(one > other) + int(one >= other), 2) for one in above for other in below]
    return float(sum(credit) / len(credit))


def inputs(rng, draw):
    n = int(rng.integers(2, 30))
    y = rng.permutation([0, 1, *rng.integers(0, 2, n - 2).tolist()])
    scores = draw("scores", n)
    if rng.random() < 0.3 and np.asarray(scores).dtype == np.float64:
        scores = np.where(rng.random(n) < 0.3, rng.choice([-np.inf, np.inf], n), scores)
    return y, scores
