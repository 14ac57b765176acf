"""Scaling laws: budgets, days, exponents and the price of a gain."""

import numpy as np

from tests.content.recomputing import another_way


@another_way("scaling-laws", "best_size", "draw_budget")
def by_the_root_of_the_cost(digits: int, exponent: int) -> float:
    """The size, in billions, whose training costs the budget: forward 2 and backward 4 per parameter and token."""
    from scipy.optimize import brentq

    def beyond(log_size: float) -> float:
        size = np.exp(log_size)
        return float(np.log((2 + 4) * size * (20 * size)) - np.log(digits) - exponent * np.log(10))

    return float(np.exp(brentq(beyond, 5, 40, xtol=1e-13)) / 1e9)


@another_way("scaling-laws", "days_of_training", "draw_run")
def by_tokens_a_day(billions: int, trillions: float, accelerators: int, teraflops: int, percent: int) -> float:
    per_second = accelerators * teraflops * percent * 1e10 / (billions * 6e9)
    return float(np.divide(trillions * 1e12, per_second * 24 * 3600))


@another_way("scaling-laws", "exponent_from_two_losses", "draw_losses")
def by_the_slope(floor: float, small: float, large: float, times: int) -> float:
    return -float(np.polyfit(np.log10([1, times]), np.log10([small - floor, large - floor]), 1)[0])


@another_way("scaling-laws", "price_of_a_gain", "draw_gain")
def by_growing(alpha: float, percent: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda times: times**-alpha - (100 - percent) / 100, 1, 1e9, xtol=1e-10, rtol=1e-13))
