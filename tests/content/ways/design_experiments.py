"""A/B tests, the experimentation platform."""

import numpy as np

from tests.content.recomputing import another_way, floats

# A/B tests


@another_way("ab-testing", "users_per_arm", "draw_plan")
def where_power_is_reached(percent: int, lift: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import bernoulli, norm

    arm = bernoulli(percent / 100)
    effect = percent * lift / 10_000

    def power(users: float) -> float:
        return float(norm.sf(norm.isf(0.025), loc=effect / np.sqrt(2 * arm.var() / users)))

    return float(brentq(lambda users: power(users) - 0.8, 10, 1e9, xtol=1e-6, rtol=1e-13))


@another_way("ab-testing", "ratio_statistic", "draw_split")
def by_scipy(control: int, treated: int, percent: int) -> float:
    from scipy.stats import chisquare

    shares = floats([1 - percent / 100, percent / 100])
    return float(chisquare([control, treated], shares * (control + treated)).statistic)


@another_way("ab-testing", "users_with_cuped", "draw_history")
def residual_variance(thousands: int, hundredths: int) -> float:
    """What is left of the metric's variance once the past is known: one over an entry of the inverse covariance."""
    covariance = floats([[1, hundredths / 100], [hundredths / 100, 1]])
    return float(thousands / np.linalg.inv(covariance)[0, 0])


@another_way("ab-testing", "error_too_small", "draw_sessions")
def from_the_covariance(sessions: int, correlation: float) -> float:
    covariance = np.full((sessions, sessions), correlation)
    np.fill_diagonal(covariance, 1)
    mean = np.full(sessions, 1 / sessions)
    return float(np.sqrt(mean @ covariance @ mean / (mean @ mean)))


# Experimentation platform


@another_way("experimentation-platform", "significant_by_chance", "draw_aa")
def tail_of_the_binomial(tests: int, least: int, level: float) -> float:
    from scipy.stats import binom

    return float(binom.sf(least - 1, tests, level))


@another_way("experimentation-platform", "members_at_a_ramp", "draw_ramp")
def errors_of_two_means(percent: int, thousands: int) -> float:
    """Each arm's own variance of the mean, added up, and as many members as make the sums equal."""
    even = 1 / (thousands / 2) + 1 / (thousands / 2)
    one_thousand = 1 / (percent / 100) + 1 / (1 - percent / 100)
    return one_thousand / even


@another_way("experimentation-platform", "members_when_triggered", "draw_trigger")
def equal_power(thousands: int, percent: int) -> float:
    """Both analyses have the same effect over standard error."""
    from scipy.optimize import brentq

    share = percent / 100
    ratio = share / np.sqrt(4 / thousands)
    return float(brentq(lambda enrolled: 1 / np.sqrt(4 / (enrolled * share)) - ratio, 1e-3, 1e6, xtol=1e-9))


@another_way("experimentation-platform", "votes_of_interleaving", "draw_votes")
def standardized_binomial(wins: int, losses: int, _: int) -> float:
    from scipy.stats import binom

    decided = binom(wins + losses, 0.5)
    return float((wins - decided.mean()) / decided.std())
