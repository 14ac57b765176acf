"""Numbers that ladders and the example of a project state, computed."""

import re
from itertools import permutations

import numpy as np
import pytest

from sharpen.content.library import bundled

DEPTH = bundled() / "depth"


def read(path: str) -> str:
    return " ".join((DEPTH / path).read_text("utf-8").split())


@pytest.mark.parametrize("path", sorted(DEPTH.rglob("*.toml")), ids=lambda path: path.stem)
def test_percent_stands_without_a_blank(path: object) -> None:
    assert not re.findall(r"\d %", read(str(path)))


def test_the_numbers_of_the_example_agree_with_one_another() -> None:
    project = read("project.toml")
    floor, linear, old, ours = 0.371, 0.405, 0.412, 0.431
    for number in (floor, linear, old, ours):
        assert f"{number:.3f}".lstrip("0") in project
    assert 0.5 < (linear - floor) / (ours - floor) < 0.6
    assert "more than half of the way to our .431" in project
    assert "about 2.6 million" in project
    # An error of .46% with 1.2 million guests in each arm means that about 7% of them book.
    error = (2.2 - 0.4) / 2 / 1.96 / 100
    rate = 1 / (1 + error**2 * 1.2e6 / 2)
    assert 0.05 < rate < 0.1


def test_looking_again_and_again_finds_effects_where_there_are_none() -> None:
    steps = np.random.default_rng(1).normal(size=(200_000, 14)).cumsum(axis=1) / np.sqrt(np.arange(1, 15))
    found = np.abs(steps) > 1.96
    assert found[:, :5].any(axis=1).mean() == pytest.approx(0.14, abs=0.005)
    assert found.any(axis=1).mean() == pytest.approx(0.22, abs=0.005)
    assert "with 5 evenly spaced looks at p < 0.05, 14% of null experiments" in read("methods/ab-tests.toml")
    assert "with 14 looks 22%" in read("methods/ab-tests.toml")


def test_two_groups_differ_although_the_whole_is_flat() -> None:
    shares, effects, errors = np.array([0.2, 0.8]), np.array([2.0, -0.5]), np.array([1.0, 0.5])
    assert shares @ effects == pytest.approx(0)
    assert (effects[0] - effects[1]) / np.hypot(*errors) == pytest.approx(2.24, abs=0.01)
    assert "New users: +2.0% with a standard error of 1.0." in read("methods/ab-tests.toml")


def test_the_index_of_population_stability_is_not_zero_without_a_change() -> None:
    draw = np.random.default_rng(2)
    bins, old, new = 10, 4000, 1000
    p, q = (draw.multinomial(size, np.full(bins, 1 / bins), 4000) / size for size in (new, old))
    mean = ((p - q) * np.log(p / q)).sum(axis=1).mean()
    assert mean == pytest.approx((bins - 1) * (1 / new + 1 / old), rel=0.05)
    assert "about (B - 1)(1/n + 1/m), not 0" in read("facets/monitoring.toml")


def test_random_errors_of_labels_hide_part_of_a_gain() -> None:
    wrong, measured = 0.03, 0.93
    true = (measured - wrong) / (1 - 2 * wrong)
    assert true * (1 - wrong) + (1 - true) * wrong == pytest.approx(measured)
    assert true == pytest.approx(0.957, abs=0.001)
    assert "3% of the labels are wrong at random, and your measured accuracy is 93%" in read("facets/labels.toml")


def test_the_best_of_n_stays_near_the_reference() -> None:
    n, best = 16, np.random.default_rng(3).random((400_000, 16)).max(axis=1)
    assert np.log(n * best ** (n - 1)).mean() == pytest.approx(np.log(n) - (n - 1) / n, abs=0.01)
    assert "a KL of at most log n - (n - 1) / n" in read("methods/llm-fine-tuning.toml")


def test_a_place_among_few_random_others() -> None:
    items, others, place = 1000, 100, 50
    above = np.random.default_rng(4).hypergeometric(place - 1, items - place, others, 100_000)
    assert 1 + above.mean() == pytest.approx(1 + others * (place - 1) / (items - 1), abs=0.02)
    assert "stands at place 1 + m (r - 1) / (n - 1) on average" in read("methods/recommenders.toml")


def test_correlated_residuals_count_for_fewer() -> None:
    correlation, count = 0.6, 400
    lags = np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
    effective = count**2 / (correlation**lags).sum()
    assert effective == pytest.approx(count * (1 - correlation) / (1 + correlation), rel=0.01)
    assert "n residuals count for about n (1 - c) / (1 + c)" in read("methods/time-series.toml")


def test_checks_are_cheapest_in_rising_order_of_cost_by_chance() -> None:
    doubts = {"data": (2, 0.3), "model": (6, 0.2), "demand": (1, 0.1)}

    def cost(order: tuple[str, ...]) -> float:
        total, going = 0.0, 1.0
        for weeks, chance in (doubts[name] for name in order):
            total, going = total + going * weeks, going * (1 - chance)
        return total

    assert min(permutations(doubts), key=cost) == ("data", "demand", "model")
    assert "rising order of cost / chance of failing" in read("facets/differently.toml")


def test_projections_and_scores_cost_the_same_at_six_times_the_width() -> None:
    width, tokens = 768, np.arange(1, 10_000)
    dense, scores = 12 * tokens * width**2, 2 * tokens**2 * width
    assert tokens[np.flatnonzero(scores >= dense)[0]] == 6 * width == pytest.approx(4600, rel=0.01)
    assert "at n = 6 d: for d = 768, at about 4,600 tokens" in read("methods/transformers.toml")
