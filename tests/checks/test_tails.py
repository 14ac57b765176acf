"""Statistical checks practically never fail a right sampler and do catch a biased one."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from sharpen.checks import biased, dependent, draws_to_detect, off_mean
from sharpen.checks.tails import ALPHA


def test_the_bound_holds_for_a_fair_coin_exactly() -> None:
    """The probability of every rejected count, summed from the binomial distribution itself, is below ALPHA."""
    n = 400
    rejected = [k for k in range(n + 1) if biased([k, n - k], [0.5, 0.5])]
    chance = sum(math.comb(n, k) for k in rejected) / 2**n
    assert rejected, "a test that cannot fail is no test"
    assert chance < ALPHA


@given(st.integers(0, 2**32), st.lists(st.floats(0.01, 1), min_size=2, max_size=8))
def test_a_right_sampler_passes(seed: int, weights: list[float]) -> None:
    total = math.fsum(weights)
    probabilities = [weight / total for weight in weights]
    draws = random.Random(seed).choices(range(len(weights)), probabilities, k=2000)
    assert biased([draws.count(i) for i in range(len(weights))], probabilities) is None


def test_a_biased_sampler_is_caught() -> None:
    draws = [random.Random(i).randrange(7) % 6 for i in range(20_000)]
    assert "outcome 0" in str(biased([draws.count(i) for i in range(6)], [1 / 6] * 6))


def test_an_impossible_outcome_is_caught_at_once() -> None:
    assert biased([1_000_000, 1], [1.0, 0.0])
    assert biased([10, 0], [1.0, 0.0]) is None


def test_means() -> None:
    rng = random.Random(1)
    values = [rng.random() for _ in range(10_000)]
    assert off_mean(values, 0.5, 0, 1) is None
    assert "expected 0.55" in str(off_mean(values, 0.55, 0, 1))


@pytest.mark.parametrize(("share", "probability", "outcomes"), [(0.05, 1 / 6, 6), (0.05, 1 / 24, 24), (0.02, 0.1, 10)])
def test_so_many_draws_detect_the_bias_with_probability_0_999(share: float, probability: float, outcomes: int) -> None:
    n = draws_to_detect(share, probability, outcomes=outcomes)

    def noticed(count: int) -> bool:
        alike = ALPHA * 2 / outcomes  # of two outcomes, each with the share of `alpha` that it has of them all
        return biased([count, n - count], [probability, 1 - probability], alpha=alike) is not None

    least = next(count for count in range(round(n * probability), n) if noticed(count))
    raised = probability + share * (1 - probability)
    assert binom.cdf(least - 1, n, raised) < 1e-3
    assert 2 * outcomes * binom.sf(least - 1, n, probability) < 1e-9
    assert binom.cdf(least - 1, n // 2, raised) > 1e-3


@given(st.integers(0, 2**32))
def test_independent_draws_are_independent(seed: int) -> None:
    rng = random.Random(seed)
    above, odd = ([rng.random() < 0.5 for _ in range(3000)] for _ in range(2))
    assert dependent(above, odd) is None


@pytest.mark.parametrize("lag", [1, 2, 50, 100])
def test_draws_that_repeat_others_are_dependent_at_their_lag(lag: int) -> None:
    rng = random.Random(lag)
    values = [rng.random() < 0.5 for _ in range(4000)]
    for place in range(lag, 4000):
        if place % (2 * lag) >= lag:
            values[place] = values[place - lag]
    apart = "neighboring draws" if lag == 1 else f"draws {lag} places apart"
    assert str(dependent(values)).startswith(f"{apart} are alike in ")


def test_a_trait_that_decides_another_one_of_the_next_draw_is_found() -> None:
    rng = random.Random(5)
    above = [rng.random() < 0.5 for _ in range(4000)]
    odd = [rng.random() < 0.5, *above[:-1]]
    assert "neighboring draws" in str(dependent(above, odd))


def test_a_trait_that_is_not_had_by_half_is_found() -> None:
    assert dependent([False] * 4000) == "0 of 4,000 draws have a property that about half of them should have"
