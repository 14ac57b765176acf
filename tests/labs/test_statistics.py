"""The statistics of experiments, compared with SciPy and statsmodels, or with simulations whose truth is known."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.api import OLS, add_constant
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportions_chisquare
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from sharpen.domain.lab_report import Interval
from sharpen.labs import statistics

RARE = 1e-6
groups = st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=40).map(np.array)


@given(groups, groups)
def test_a_p_value_is_that_of_welch_by_the_normal(control: np.ndarray, treated: np.ndarray) -> None:
    if min(control.std(), treated.std()) < 1e-6:
        return
    theirs = CompareMeans(DescrStatsW(treated), DescrStatsW(control)).ztest_ind(usevar="unequal")
    assert statistics.difference(control, treated).p_value == pytest.approx(theirs[1], abs=1e-9)


def test_groups_of_one_and_groups_without_spread_are_no_surprise() -> None:
    with pytest.raises(ValueError, match="two units on both sides"):
        statistics.difference(np.ones(1), np.ones(5))
    alike = statistics.difference(np.ones(5), np.ones(7))
    assert alike.p_value == 1
    assert alike.lift.value == 0
    assert statistics.difference(np.ones(5), np.ones(5) * 2).p_value == 0
    assert math.isnan(statistics.difference(np.zeros(5), np.ones(5)).lift.value)


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from((0.5, 0.1)))
def test_the_sample_ratio_is_a_chi_squared_test(control: int, treated: int, share: float) -> None:
    total = control + treated
    theirs = stats.chisquare([control, treated], [total * (1 - share), total * share]).pvalue
    assert statistics.sample_ratio(control, treated, share) == pytest.approx(theirs, abs=1e-12)
    assert statistics.sample_ratio(0, 0) == 1


@given(st.floats(0.01, 1), st.floats(0.5, 3), st.integers(20, 2000))
def test_power_is_that_of_statsmodels(effect: float, deviation: float, size: int) -> None:
    error = deviation * math.sqrt(2 / size)
    theirs = NormalIndPower().power(effect / deviation, size, statistics.ALPHA)
    assert statistics.power(effect, error) == pytest.approx(theirs, abs=1e-9)


def test_power_is_how_often_an_effect_is_found() -> None:
    rng = np.random.default_rng(1)
    error = math.sqrt(2 / 500)
    found = [
        statistics.difference(rng.normal(1, 1, 500), rng.normal(1.15, 1, 500)).p_value < statistics.ALPHA
        for _ in range(2000)
    ]
    expected = statistics.power(0.15, error)
    assert statistics.binomial_tail(sum(found), len(found), expected) > RARE


def test_the_interval_of_a_lift_covers_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(2)
    covered = 0
    for _ in range(2000):
        lift = statistics.difference(rng.gamma(1.5, 2, 400), rng.gamma(1.5, 2.2, 300)).lift
        covered += lift.low <= 0.1 <= lift.high
    assert statistics.binomial_tail(covered, 2000, 0.95) > RARE


def test_the_interval_of_a_ratio_covers_the_truth_though_rows_of_a_unit_hang_together() -> None:
    rng = np.random.default_rng(3)
    covered = 0
    for _ in range(1000):
        rate = rng.beta(2, 18, 400)
        units = np.repeat(np.arange(400), rng.poisson(8, 400))
        clicks = (rng.random(len(units)) < rate[units]).astype(float)
        found = statistics.ratio(clicks, np.ones(len(units)), units)
        covered += found.low <= 0.1 <= found.high
    assert statistics.binomial_tail(covered, 1000, 0.95) > RARE


def of_pairs(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The losses of two models on the same rows, which hang together by unit, and the unit of each row."""
    unit = np.repeat(np.arange(300), rng.poisson(6, 300))
    hard = rng.gamma(2, 1, 300)[unit] * rng.gamma(4, 0.25, len(unit))
    return hard * 0.95 * rng.gamma(50, 0.02, len(unit)), hard, unit


def test_the_interval_of_a_paired_change_covers_the_truth_and_is_far_shorter_than_an_unpaired_one() -> None:
    rng = np.random.default_rng(4)
    covered, widths = 0, []
    for _ in range(1000):
        mine, base, unit = of_pairs(rng)
        ones = np.ones(len(unit))
        found = statistics.change((mine, ones), (base, ones), (unit, unit), -1)
        covered += found.low <= 0.05 <= found.high
        alone = statistics.ratio(mine, ones, unit)
        widths.append((found.high - found.low) / ((alone.high - alone.low) / base.mean()))
    assert statistics.binomial_tail(covered, 1000, 0.95) > RARE
    assert np.mean(widths) < 0.3


def test_a_paired_change_of_means_is_a_paired_test_of_the_difference() -> None:
    """With one row a unit, its test that nothing changes is nearly that of SciPy for pairs."""
    rng = np.random.default_rng(5)
    base = rng.normal(10, 1, 2000)
    mine = base + rng.normal(0.02, 0.5, 2000)
    ones, unit = np.ones(2000), np.arange(2000)
    found = statistics.change((mine, ones), (base, ones), (unit, unit))
    z = found.value / ((found.high - found.low) / 2 / statistics.Z)
    assert z == pytest.approx(stats.ttest_rel(mine, base).statistic, rel=0.01)


def test_what_is_compared_with_itself_is_exactly_as_good() -> None:
    mine, _, unit = of_pairs(np.random.default_rng(6))
    some = (unit % 3 > 0).astype(float)
    for better in (1, -1):
        assert statistics.change((mine * some, some), (mine * some, some), (unit, unit), better) == Interval(0, 0, 0)
    nothing = statistics.change((mine, some * 0), (mine, some), (unit, unit))
    assert math.isnan(nothing.value)


def test_the_units_of_two_ratios_need_not_have_the_same_rows() -> None:
    """Of two that are independent the variances of their logarithms add up."""
    rng = np.random.default_rng(7)
    a, b = rng.gamma(5, 1, 4000), rng.gamma(5, 1, 3000)
    units = np.arange(4000), np.arange(4000, 7000)
    found = statistics.change((a, np.ones(4000)), (b, np.ones(3000)), units)
    theirs = statistics.difference(b, a).lift
    assert found.value == pytest.approx(theirs.value)
    assert found.high - found.low == pytest.approx(theirs.high - theirs.low, rel=0.01)


def test_a_ratio_of_nothing_says_so() -> None:
    nothing = statistics.ratio(np.zeros(3), np.zeros(3), np.arange(3))
    assert math.isnan(nothing.value)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_cuped_takes_away_what_a_regression_would(seed: int) -> None:
    rng = np.random.default_rng(seed)
    before = rng.gamma(2, 3, 60)
    outcome = 0.7 * before + rng.normal(0, 1, 60)
    fitted = OLS(outcome, add_constant(before)).fit()
    adjusted = statistics.cuped(outcome, before)
    np.testing.assert_allclose(adjusted - adjusted.mean(), fitted.resid, atol=1e-9)
    assert adjusted.mean() == pytest.approx(outcome.mean())


def test_cuped_with_nothing_known_before_changes_nothing() -> None:
    outcome = np.array([1.0, 5.0, 2.0])
    assert statistics.cuped(outcome, np.zeros(3)) is outcome


@given(st.integers(0, 60), st.floats(0.05, 0.95))
def test_a_binomial_tail_is_that_of_scipy(found: int, chance: float) -> None:
    low, high = stats.binom.cdf(found, 60, chance), stats.binom.sf(found - 1, 60, chance)
    expected = min(1.0, 2 * (low if found < 60 * chance else high))
    assert statistics.binomial_tail(found, 60, chance) == pytest.approx(expected, abs=1e-9)


@given(st.integers(0, 2**40))
def test_half_of_the_units_are_treated_and_always_the_same_ones(salt: int) -> None:
    units = np.arange(4000)
    treated = statistics.arms(units, salt)
    assert (statistics.arms(units[::-1], salt) == treated[::-1]).all()
    assert statistics.sample_ratio(int((~treated).sum()), int(treated.sum())) > RARE / 100


def test_two_salts_divide_the_units_independently() -> None:
    units = np.arange(20_000)
    both = [statistics.arms(units, salt) for salt in (1, 2)]
    counts = np.bincount(2 * both[0] + both[1], minlength=4).reshape(2, 2)
    assert proportions_chisquare(counts[:, 1], counts.sum(axis=1))[1] > RARE
