"""Mistakes in monitoring."""

import math

import numpy as np
from scipy.stats import entropy, ks_2samp, norm

from tests.content.mistakes import Mistake


def gap_at_the_first(first: list[int], second: list[int]) -> float:
    """The largest distance of the empirical distribution functions, looked for at the first sample's values only."""
    shares = [np.searchsorted(values, first, side="right") / len(values) for values in (first, second)]
    return float(np.abs(np.subtract(*shares)).max())


MISTAKES = (
    Mistake("monitoring-and-seasonality/stability-index", "one direction", lambda then, now: float(entropy(now, then))),
    Mistake(
        "monitoring-and-seasonality/stability-index",
        "bits",
        lambda then, now: float(entropy(now, then) + entropy(then, now)) / math.log(2),
    ),
    Mistake(
        "monitoring-and-seasonality/kolmogorov-smirnov",
        "at the values of training alone",
        gap_at_the_first,
        lambda *drawn: abs(gap_at_the_first(*drawn) - ks_2samp(*drawn).statistic) < 1e-9,
    ),
    Mistake(
        "monitoring-and-seasonality/false-alarms",
        "one side",
        lambda metrics, limit, days: metrics * days * norm.sf(limit),
    ),
    Mistake(
        "monitoring-and-seasonality/false-alarms",
        "one day",
        lambda metrics, limit, _: metrics * 2 * norm.sf(limit),
    ),
    Mistake("monitoring-and-seasonality/days-to-alarm", "no shift", lambda limit, _: 1 / norm.sf(limit)),
    Mistake(
        "monitoring-and-seasonality/days-to-alarm",
        "days before it",
        lambda *drawn: 1 / norm.sf(drawn[0] - drawn[1]) - 1,
    ),
    Mistake(
        "monitoring-and-seasonality/days-to-alarm",
        "the median",
        lambda limit, shift: math.log(0.5) / math.log(norm.cdf(limit - shift)),
    ),
    Mistake(
        "monitoring-and-seasonality/retraining-interval",
        "all the loss on each day",
        lambda run, growth: math.sqrt(run / growth),
    ),
    Mistake(
        "monitoring-and-seasonality/retraining-interval",
        "when the daily loss reaches the cost of a run",
        lambda run, growth: run / growth,
        lambda run, growth: run == 2 * growth,
    ),
)
