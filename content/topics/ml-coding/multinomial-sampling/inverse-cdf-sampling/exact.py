"""Outcomes by fractions, in a plain loop over the marks."""

from fractions import Fraction
from itertools import accumulate

import numpy as np

from sharpen import checks

BELOW_ONE = float(np.nextafter(1.0, 0.0))


def inputs(rng, draw):
    weights = draw("weights", draw.length("weights"))
    if rng.random() < 0.3:
        weights[rng.random(len(weights)) < 0.5] = 0
    weights[weights > 0] = np.maximum(weights[weights > 0], 1e-100)
    if rng.random() < 0.05:
        weights[rng.integers(len(weights))] = rng.choice([-1.0, np.nan])
        return checks.call("inverse_cdf", weights, np.array([0.5]))
    if not weights.any():
        return checks.call("inverse_cdf", weights, np.array([]))
    return checks.call(
        "inverse_cdf", weights, np.array([0.0, *points(rng, [Fraction(one) for one in weights.tolist()])])
    )


def points(rng, weights):
    """Points well within pieces that rounding can't shift or shrink."""
    marks, total = list(accumulate(weights, initial=Fraction(0))), sum(weights)
    for _ in range(20):
        i = int(rng.integers(len(weights)))
        if weights[i] > total / 10**9:
            yield float((marks[i] + weights[i] * Fraction(rng.uniform(0.01, 0.99))) / total)
    if weights[-1] > total / 10**9:
        yield BELOW_ONE


def inverse_cdf(weights, u):
    weights = np.asarray(weights, float).tolist()
    if not all(weight >= 0 for weight in weights) or not any(weights):
        raise ValueError
    weights = [Fraction(weight) for weight in weights]
    marks, total = list(accumulate(weights)), sum(weights)
    return [next(i for i, mark in enumerate(marks) if Fraction(point) * total < mark) for point in u.tolist()]


def sample(weights, size, rng):
    return inverse_cdf(weights, rng.random(size))


same = {"inverse_cdf": checks.exactly()}
