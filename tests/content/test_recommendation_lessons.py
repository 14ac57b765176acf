"""What the lessons on recommendation say in numbers, and under their pictures, is what comes out."""

import re
import runpy
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.ways.design_recommendation import (
    from_columns,
    least_squares_with_penalty,
    most_likely_rate,
    where_all_watches_have_risen,
    where_the_sign_test_has_power,
    where_values_are_even,
)

FOLDER = bundled() / "topics" / "design"


def lesson(topic: str) -> str:
    return " ".join((FOLDER / topic / "lesson.md").read_text("utf-8").split())


def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


def above(rate: float, looks: int) -> float:
    """The chance in percent that a movie of the lesson, without a watch, has a rate above this."""
    from scipy.stats import beta

    return float(100 * beta(2, 38 + looks).sf(rate))


def cosine(first: list[int], second: list[int]) -> float:
    from scipy.spatial import distance

    return float(1 - distance.cosine(first, second))


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("collaborative-filtering", "0.32", lambda: from_columns(400, 100, 80, 20)),
    ("collaborative-filtering", "0.048", lambda: from_columns(1, 1, 1, 20)),
    ("collaborative-filtering", "1,225", lambda: sum(range(50))),
    ("collaborative-filtering", "12.5", lambda: sum(range(5_000)) / 1e6),
    ("collaborative-filtering", "24", lambda: 15_000 * 200 * 8 / 1e6),
    ("cold-start", "3.3", lambda: 100 * most_likely_rate([20, 40], [0, 2], [100, 100])),
    ("cold-start", "20", lambda: above(0.05, 20)),
    ("cold-start", "0.7", lambda: above(0.05, 100)),
    ("cold-start", "2.7", lambda: where_all_watches_have_risen(60, 12, 6, 2)),
    ("cold-start", "4", lambda: where_all_watches_have_risen(50, 1, 1, 2)),
    ("matrix-factorization", "1.33", lambda: least_squares_with_penalty([1, 2, -1], [2, 3, 0], [1] * 3, 0)),
    ("matrix-factorization", "1", lambda: least_squares_with_penalty([1, 2, -1], [2, 3, 0], [1] * 3, 2)),
    ("matrix-factorization", "205", lambda: np.ones((64, 50)).size * 64 / 1e3),
    ("matrix-factorization", "61", lambda: np.ones((64, 15_000)).size * 64 / 1e6),
    ("newsfeed-ranking", "0.67", lambda: where_values_are_even((40, 15, 20), (12, 45, 5))),
    ("newsfeed-ranking", "4,900", lambda: round(where_the_sign_test_has_power(520), -2)),
    ("newsfeed-ranking", "347,000", lambda: round(60e6 * 500 / 86_400, -3)),
    ("content-based-filtering", "0.94", lambda: cosine([3, 2, 1, 0], [1, 1, 0, 0])),
    ("content-based-filtering", "0.46", lambda: cosine([3, 2, 1, 0], [0, 1, 1, 1])),
    ("content-based-filtering", "0.92", lambda: -float(np.log(4_000 / 10_000))),
    ("content-based-filtering", "5.30", lambda: -float(np.log(50 / 10_000))),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    assert re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.,]\d)", lesson(topic)), f"it does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_two_splits_crown_two_winners() -> None:
    compared = pictures("collaborative-filtering")["compared"]
    for seed in range(3):
        (popular, near), (popular_later, near_later) = compared(seed)
        assert near > popular + 0.02
        assert popular_later > near_later + 0.005


def test_the_four_rules_earn_what_the_caption_says() -> None:
    drawn = pictures("cold-start")
    rules = [drawn[name] for name in ("thompson", "sometimes_random", "shrunk", "raw")]
    shares = [round(100 * float(drawn["share_of_the_best"](rule)[-8:].mean())) for rule in rules]
    assert "earn {}%, {}%, {}% and {}% of what".format(*shares) in lesson("cold-start")


def test_factors_in_excess_hurt_without_a_strong_penalty() -> None:
    errors = pictures("matrix-factorization")["errors"]
    for rank in (8, 16):
        assert errors(rank, 0.1)[1] > errors(3, 0.1)[1] + 0.3
        assert errors(rank, 0.1)[0] < errors(rank, 4.0)[0] < errors(4, 4.0)[0]
        assert errors(rank, 4.0)[1] < errors(4, 4.0)[1] + 0.1


def test_clicks_win_two_weeks_and_lose_three_months() -> None:
    simulated = pictures("newsfeed-ranking")["simulated"]
    clicks, value, usual = (simulated(rule) for rule in ("clicks", "value", "any order"))
    more = 100 * (clicks[:14, 1].mean() / usual[:14, 1].mean() - 1)
    assert f"has {more:.0f}% more of them than any order" in lesson("newsfeed-ranking")
    assert clicks[-1, 1] < value[-1, 1]
    assert clicks[-7:, 0].mean() / usual[-7:, 0].mean() == pytest.approx(2 / 3, abs=0.03)


def test_behavior_passes_content_between_four_and_eight_watchers() -> None:
    recalls = pictures("content-based-filtering")["recalls"]
    none, four, eight = recalls(0), recalls(4), recalls(8)
    assert none["behavior"] == pytest.approx(2 * 10 / 600, abs=0.005)
    assert four["behavior"] < four["content"]
    assert eight["behavior"] > eight["content"]
    for found in (none, four, eight):
        assert found["both"] == max(found.values())
