"""Dropout, also in an LSTM."""

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way_from_call, floats

# Dropout


def masks(count: int, p: Fraction) -> list[tuple[tuple[int, ...], Fraction]]:
    """Every mask with its probability."""
    every = itertools.product((0, 1), repeat=count)
    return [(mask, p ** (count - sum(mask)) * (1 - p) ** sum(mask)) for mask in every]


@another_way_from_call("dropout", "one_training_pass", "one_pass")
def masked(weights: Sequence[int], values: Sequence[int], mask: Sequence[int], p: Fraction) -> float:
    return float(np.dot(weights, np.where(mask, np.array(values) / (1 - float(p)), 0)))


@another_way_from_call("dropout", "noise_of_dropout", "variance")
def variance_over_masks(weights: Sequence[int], values: Sequence[int], p: Fraction) -> float:
    products = [w * h for w, h in zip(weights, values, strict=True)]
    sums = [(sum(x * m for x, m in zip(products, mask, strict=True)) / (1 - p), q) for mask, q in masks(len(values), p)]
    mean = sum(z * q for z, q in sums)
    assert mean == sum(products), "inverted dropout keeps the mean"
    return float(sum((z - mean) ** 2 * q for z, q in sums))


@another_way_from_call("dropout", "forgotten_scaling", "unscaled_mean")
def mean_over_masks(value: int, p: Fraction, layers: int) -> float:
    return float(sum(value * math.prod(mask) * q for mask, q in masks(layers, p)))


@another_way_from_call("dropout", "few_units_left", "at_most")
def binomial(units: int, kept: int, p: Fraction) -> float:
    from scipy.stats import binom

    return float(binom.cdf(kept, units, 1 - float(p)))


# Dropout in an LSTM


@another_way_from_call("dropout-in-lstm", "memory_under_fresh_masks", "survival")
@another_way_from_call("dropout-in-lstm", "masks_on_the_way", "survival")
def all_kept(p: Fraction, count: int) -> float:
    return float(sum(q for mask, q in masks(count, p) if all(mask)))


@another_way_from_call("dropout-in-lstm", "growing_noise", "second_moment")
def squared_over_masks(p: Fraction, steps: int) -> float:
    return float(sum(q * math.prod(m / (1 - p) for m in mask) ** 2 for mask, q in masks(steps, p)))


@another_way_from_call("dropout-in-lstm", "candidate_dropped", "cell", 1)
def second_update(before: Fraction, f: Fraction, i: Fraction, g: Fraction, mask: int, p: Fraction) -> float:
    return float(floats([f, i]) @ floats([before, g / (1 - p) if mask else 0]))
