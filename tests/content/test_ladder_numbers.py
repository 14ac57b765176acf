"""Numbers that ladders and the example of a project state, computed."""

import math
import re
from itertools import permutations
from statistics import NormalDist

import numpy as np
import pytest

from sharpen.content.library import Library, bundled

DEPTH = bundled() / "depth"
LADDERS = Library.open().ladders


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


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def log_odds(p: float) -> float:
    return math.log(p / (1 - p))


NORMAL = NormalDist()
FALSE_LAUNCHES = 0.8 * 0.025 / (0.2 * 0.8 + 0.8 * 0.025)


@pytest.mark.parametrize(
    ("name", "said", "number"),
    [
        ("ablations/noise", "= 18 ", 2 * (0.3 / 0.1) ** 2),
        ("baselines/trades", "= 1.5", 0.02 / math.sqrt(2 * 0.9 * 0.1 / 1000)),
        ("data/selection", "gives 500", 1000 / (0.1 * 4**2 + 0.9 * (2 / 3) ** 2)),
        ("data/copies", "19%", 100 * (1 - (1 - 0.4**5) ** 20)),
        ("differently/then", "4 weeks", 0.5 * (0.8 * 40 - 20) - 2),
        ("errors/groups", "11%", 100 * 0.3 * 0.6 * (0.3 / 0.7) / 0.7),
        ("features/transform", "9%", 100 * (1 - math.exp(-100_000 / 2**20))),
        ("features/few", "5.8%", 100 * (1 + 0.04 * 50) / 52),
        ("impact/lasting", "3.1%", 100 * math.sqrt(0.95 / 0.05 * (1 / 20_000 + 1 / 980_000))),
        ("labels/audit", "0.44", (0.9 - 0.82) / (1 - 0.82)),
        ("labels/delay", "13.5%", 100 * math.exp(-2)),
        ("labels/noise", "0.51", (0.41 - 0.01) / (1 - 0.2 - 0.01)),
        ("labels/contrast", "0.69", 20 / 9 / (1 + 20 / 9)),
        ("monitoring/drift", "0.081", 0.1 * math.log(2) - 0.1 * math.log(8 / 9)),
        ("monitoring/slow", "59%", 100 * 0.99**52),
        ("serving/tail", "18%", 100 * (1 - 0.99**20)),
        ("training/search", "58.4", math.log(0.05) / math.log(0.95)),
        ("training/batch", "35 ms", 1000 * 2 * 7 / 8 * 2 / 100),
        ("ab-tests/plan", "750,000", 2 * (NORMAL.inv_cdf(0.975) + NORMAL.inv_cdf(0.8)) ** 2 * 0.05 * 0.95 / 0.001**2),
        ("ab-tests/peeking", "11%", 100 * FALSE_LAUNCHES),
        ("ab-tests/ramp", "20%", 100 * ((0.1 * 4 + 0.5 * 6) / 0.6 / ((0.9 * 4 + 0.5 * 6) / 1.4) - 1)),
        ("click-prediction/incremental", "540,000", (0.012 * 0.988 + 0.01 * 0.99) / 0.0002**2),
        ("click-prediction/pooled", "0.65", 0.8 * 0.99 / 1.95 + 0.5 * (0.8 * 0.96 / 1.95 + 0.2 * 0.99 / 1.95)),
        ("cnn/layer-cost", "8.7 times", 9 * 256**2 / (9 * 256 + 256**2)),
        ("embeddings/pull-push", "2.7 ", (1 - sigmoid(1)) / 0.1),
        ("k-means-and-mixtures/collapse", "13,259 ", 10 * (1 + 50 + 50 * 51 / 2) - 1),
        ("linear-and-logistic-models/separation", "0.9", 3 * (1 - sigmoid(0.9))),
        ("llm-fine-tuning/preference", "13.9 ", log_odds(0.8) / 0.1),
        ("nlp-pipelines/texts", "63%", 100 * (1 - 0.99**100)),
        ("ranking/list", "0.956", (7 + 3 / 2) / (7 + 3 / math.log2(3))),
        ("ranking/lambda", "0.63", (1 - 1 / math.log2(11)) * sigmoid(2)),
        ("ranking/position", "7,300 ", 0.03 * 0.97 / (0.2 * 0.01) ** 2),
        ("retrieval-augmented-generation/grounded", "84%", 100 * 0.9 * 0.226 / (0.9 * 0.226 + 0.05 * 0.774)),
        ("rnn-and-lstm/gates", "5.7", log_odds(0.5 ** (1 / 200))),
        ("time-series/quantile", "2,628 ", 2500 + 100 * NORMAL.inv_cdf(0.9)),
        ("transformers/sees", "22%", 100 * 30_522 / (30_522 + 12 * 12 * 768)),
        ("trees-and-boosting/one-row", "10.8%", 100 * sigmoid(log_odds(0.1) + 0.09)),
        ("trees-and-boosting/greedy", "29 leaves", 1 / (0.01 * math.sqrt(12))),
    ],
)
def test_what_a_follow_up_comes_to_is_computed(name: str, said: str, number: float) -> None:
    ladder, _, rung = name.partition("/")
    answer = next(each.strong_answer for each in LADDERS[ladder].rungs if each.id == rung)
    assert said in answer
    stated = re.search(r"[\d,.]*\d", said)
    assert stated
    digits = len(stated[0].replace(",", "").replace(".", "").strip("0"))
    assert float(stated[0].replace(",", "")) == pytest.approx(number, rel=0.6 * 10 ** (1 - max(2, digits)))
