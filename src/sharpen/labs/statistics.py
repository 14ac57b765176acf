"""The statistics of experiments: differences with intervals, sample ratio, power, CUPED, ratios of sums.

All tests are two-sided and use the normal distribution: a lab has hundreds of units at least.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, bdtrc

from sharpen.domain.lab_report import Happened, Interval
from sharpen.labs.columns import Array, Floats, Ratios

NORMAL = NormalDist()
ALPHA = 0.05
Z = NORMAL.inv_cdf(1 - ALPHA / 2)
NOTHING = (np.zeros(0), np.zeros(0))


def around(value: float, error: float) -> Interval:
    """A number with the interval of a normal that has this standard error."""
    return Interval(value, value - Z * error, value + Z * error)


@dataclass(frozen=True)
class Difference:
    """How two groups of units differ in their means: relative to the first, with its interval, and the p-value.

    The p-value tests that the means are equal (Welch); the interval is that of the ratio of means less one, by the
    delta method (Deng, Knoblich and Lu, Applying the Delta Method in Metric Analytics, KDD 2018).
    """

    means: tuple[float, float]
    sizes: tuple[int, int]
    lift: Interval
    p_value: float
    error: float
    """The standard error of the absolute difference."""


def difference(control: Floats, treated: Floats) -> Difference:
    """How the units of a treatment differ from those of the control, one number each; at least two of both."""
    if min(len(control), len(treated)) < 2:
        raise ValueError("a difference needs at least two units on both sides")
    mean0, mean1 = float(control.mean()), float(treated.mean())
    spread0, spread1 = (float(group.var(ddof=1)) / len(group) for group in (control, treated))
    error = math.sqrt(spread0 + spread1)
    p_value = 2 * (1 - NORMAL.cdf(abs(mean1 - mean0) / error)) if error else float(mean1 == mean0)
    if mean0:
        ratio = mean1 / mean0
        lift = around(ratio - 1, math.hypot(math.sqrt(spread1), ratio * math.sqrt(spread0)) / abs(mean0))
    else:
        lift = Interval(math.nan, math.nan, math.nan)
    return Difference((mean0, mean1), (len(control), len(treated)), lift, p_value, error)


def sample_ratio(control: int, treated: int, share: float = 0.5) -> float:
    """The p-value of a sample ratio as uneven as this, if `share` of the units are to be treated (chi-squared, one
    degree of freedom)."""
    total = control + treated
    if not total:
        return 1.0
    expected = total * share
    chi = (treated - expected) ** 2 / expected + (control - (total - expected)) ** 2 / (total - expected)
    return math.erfc(math.sqrt(chi / 2))


def power(effect: float, error: float) -> float:
    """The chance to find a difference of means of this size, given the standard error of the difference."""
    if not error:
        return 1.0 if effect else ALPHA
    shift = abs(effect) / error
    return NORMAL.cdf(shift - Z) + NORMAL.cdf(-shift - Z)


def cuped(outcome: Floats, before: Floats) -> Floats:
    """Outcomes less what was to be expected from before the experiment; their mean is what it was.

    Deng, Xu, Kohavi and Walker, Improving the Sensitivity of Online Controlled Experiments by Utilizing
    Pre-Experiment Data, WSDM 2013. To be given the units of both groups at once.
    """
    centered = before - before.mean()
    variance = float(centered @ centered)
    if not variance:
        return outcome
    theta = float(centered @ (outcome - outcome.mean())) / variance
    adjusted: Floats = outcome - theta * centered
    return adjusted


def ratio(numerator: Floats, denominator: Floats, units: Array) -> Interval:
    """A ratio of sums over rows, its interval by the delta method with units as what was sampled."""
    _, group = np.unique(units, return_inverse=True)
    above, below = np.bincount(group, numerator), np.bincount(group, denominator)
    total = float(below.sum())
    if not total or len(above) < 2:
        return Interval(math.nan, math.nan, math.nan)
    value = float(above.sum()) / total
    residual = above - value * below
    return around(value, math.sqrt(len(above) * float(residual.var(ddof=1))) / total)


def change(
    of: tuple[Floats, Floats], against: tuple[Floats, Floats], units: tuple[Array, Array], better: int = 1
) -> Interval:
    """How one ratio of sums over rows differs from another, relative to that; an improvement is positive.

    Both are of the same units, and are compared unit by unit: the interval, by the delta method for a ratio of two
    ratios, has what they owe to the same luck taken out. `better` is 1 if a higher ratio is better, else -1.
    """
    _, group = np.unique(np.concatenate(units), return_inverse=True)
    count, cut = int(group.max(initial=-1)) + 1, len(units[0])
    parts = [
        [np.bincount(where, values, count) for values in rows]
        for where, rows in ((group[:cut], of), (group[cut:], against))
    ]
    totals = [float(below.sum()) for _, below in parts]
    if not all(totals) or count < 2 or not (base := float(parts[1][0].sum()) / totals[1]):
        return Interval(math.nan, math.nan, math.nan)
    value = float(parts[0][0].sum()) / totals[0]
    own, other = (
        (above - rate * below) / total for (above, below), rate, total in zip(parts, (value, base), totals, strict=True)
    )
    residual = (own - value / base * other) / base
    sign = better if base > 0 else -better
    return around(sign * (value / base - 1), math.sqrt(count * float(residual.var(ddof=1))))


def both(of: Ratios, against: Ratios) -> Happened:
    """The values of ratios of sums, by name: of a design, and of the baseline; NaN where there is nothing to divide."""

    def value(ratios: Ratios, name: str) -> float:
        above, below = summed(ratios.get(name, NOTHING))
        return above / below if below else math.nan

    return {name: (value(of, name), value(against, name)) for name in {**of, **against}}


def summed(pair: tuple[Floats, Floats]) -> tuple[float, float]:
    """The sums of a numerator and a denominator."""
    return float(pair[0].sum()), float(pair[1].sum())


def binomial_tail(found: int, of: int, chance: float) -> float:
    """How rarely a binomial count is as far from its mean as this, on the same side (two-sided: the double)."""
    tail = bdtr(found, of, chance) if found < of * chance else bdtrc(found - 1, of, chance)
    return min(1.0, 2 * float(tail))


def arms(units: Array, salt: int) -> NDArray[np.bool_]:
    """Which units are treated: half of them, by a hash of unit and salt, so that the same unit always is or is not."""
    return hashed(units, salt) >= 0.5


def hashed(units: Array, salt: int) -> Floats:
    """A number of each unit, uniform in [0, 1): always the same for the same unit and salt.

    The hash is the finalizer of SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators,
    2014).
    """
    mixed = units.astype(np.uint64) + np.uint64((salt + 1) * 0x9E3779B97F4A7C15 % (1 << 64))
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    number: Floats = ((mixed ^ (mixed >> np.uint64(31))) >> np.uint64(11)) / float(1 << 53)
    return number
