"""Monitoring and seasonality."""

import numpy as np

from tests.content.recomputing import another_way, floats


@another_way("monitoring-and-seasonality", "stability_index", "draw_shares")
def two_divergences(then: list[int], now: list[int]) -> float:
    """Kullback-Leibler in one direction, and in the other."""
    from scipy.stats import entropy

    return float(entropy(then, now) + entropy(now, then))


@another_way("monitoring-and-seasonality", "kolmogorov_smirnov", "draw_samples")
def by_scipy(first: list[int], second: list[int]) -> float:
    from scipy.stats import ks_2samp

    return float(ks_2samp(first, second, method="exact").statistic)


@another_way("monitoring-and-seasonality", "false_alarms", "draw_alarms")
def squares_beyond(metrics: int, limit: float, days: int) -> float:
    """A square beyond the squared limit, in a chi-square distribution."""
    from scipy.stats import chi2

    return float(np.full((metrics, days), chi2.sf(limit**2, 1)).sum())


@another_way("monitoring-and-seasonality", "days_to_alarm", "draw_delay")
def mean_of_first_day(limit: float, shift: float) -> float:
    from scipy.stats import geom, norm

    return float(geom.mean(norm.sf(limit, loc=shift)))


@another_way("monitoring-and-seasonality", "retraining_interval", "draw_costs")
def cheapest_of_all(run: int, growth: int) -> float:
    """The cost of a cycle of each length, day by day."""
    costs = [(run + sum(growth * age for age in range(days))) / days for days in range(1, 60)]
    return int(floats(costs).argmin()) + 1
