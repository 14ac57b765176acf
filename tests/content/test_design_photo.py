"""What lessons on photos, parts of a graph, people in a graph and the web say in numbers is what comes out."""

import math
import re
import runpy
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.ways.design_photo import (
    arrays_of_two_indexes,
    band_by_band,
    friend_by_friend,
    integrated_over_a_visit,
    over_free_places,
    where_a_drawing_holds_enough,
)

FOLDER = bundled() / "topics" / "design"
MILLION = 1e6


@cache
def lesson(topic: str) -> str:
    return " ".join((FOLDER / topic / "lesson.md").read_text("utf-8").split())


@cache
def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


@cache
def of_photos() -> Any:
    return pictures("photo-search")["measured"]()


@cache
def of_parts() -> Any:
    return pictures("graph-partitioning")["measured"]()


@cache
def of_people() -> Any:
    return pictures("social-graph-search")["measured"]()


@cache
def of_pages() -> Any:
    return pictures("web-search")["measured"]()


def first_without_visits() -> float:
    """The lowest rate of change with which the best plan never visits a page."""
    rates = pictures("web-search")["change_rates"]()
    return float(rates[pictures("web-search")["best_visits"](rates, 0.5) == 0].min())


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("photo-search", "3.84", lambda: 15_000 * 256 / MILLION),
    ("photo-search", "64", lambda: where_a_drawing_holds_enough(48_000, 15_000, 20) / MILLION),
    ("photo-search", "614", lambda: 300 * 512 * 4 / 1e3),
    ("photo-search", "230", lambda: 300 * (512 + 64 * 4) / 1e3),
    ("photo-search", "22", lambda: 300 * (512 * 4 + 64 * 4) / arrays_of_two_indexes(300, 512, 64, 64) / 1e3),
    ("photo-search", "293,000", lambda: round(300 * MILLION / 65_536 * 64, -3)),
    ("photo-search", "35", lambda: 48e9 / (40 * 400) / 86_400),
    ("photo-search", "14", lambda: 100 * of_photos()[0][4][0]),
    ("photo-search", "89", lambda: 100 * of_photos()[0][4][1]),
    ("photo-search", "49", lambda: 100 * of_photos()[1][0][0]),
    ("photo-search", "92", lambda: 100 * of_photos()[1][0][1]),
    ("photo-search", "99", lambda: 100 * of_photos()[1][1][1] // 1),
    ("graph-partitioning", "94", lambda: 100 * of_parts()[0][0]),
    ("graph-partitioning", "58", lambda: 100 * of_parts()[0][1]),
    ("graph-partitioning", "37", lambda: 100 * of_parts()[0][-1]),
    ("graph-partitioning", "8.8", lambda: of_parts()[1].mean()),
    ("graph-partitioning", "5.1", lambda: of_parts()[2].mean()),
    ("graph-partitioning", "1.2", lambda: over_free_places([6], [80], 100)),
    ("graph-partitioning", "2.0", lambda: over_free_places([4], [50], 100)),
    ("graph-partitioning", "16", lambda: friend_by_friend(16, 150)),
    ("graph-partitioning", "15.2", lambda: 1 + friend_by_friend(15, round(0.28 * 150))),
    ("social-graph-search", "2,470", lambda: 130 * math.ceil(math.log2(500_000))),
    ("social-graph-search", "0.52", lambda: 1e9 * 130 * 4 / 1e12),
    ("social-graph-search", "192", lambda: 1e9 * 48_000 * 4 / 1e12),
    ("social-graph-search", "16,900", lambda: 130**2),
    ("social-graph-search", "66", lambda: 100 * of_people()[1]["fewest friends first"][4]),
    ("social-graph-search", "12", lambda: 100 * of_people()[1]["most friends first"][4]),
    ("web-search", "11,600", lambda: round(1e10 / 10 / 86_400, -2)),
    ("web-search", "4.6", lambda: 1e10 / 10 / 86_400 * 50e3 * 8 / 1e9),
    ("web-search", "63", lambda: integrated_over_a_visit(1, 1)),
    ("web-search", "95", lambda: integrated_over_a_visit(10, 1)),
    ("web-search", "99.96", lambda: band_by_band(8, 5, 20)),
    ("web-search", "19", lambda: band_by_band(4, 5, 20)),
    ("web-search", "63", lambda: 100 * (1 - 0.999**1000)),
    ("web-search", "84", lambda: 100 * of_pages()["best"][2]),
    ("web-search", "80", lambda: 100 * of_pages()["all alike"][2]),
    ("web-search", "60", lambda: 100 * of_pages()["by changes"][2]),
    ("web-search", "4.7", first_without_visits),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson(topic)), f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_no_other_plan_of_visits_keeps_more_pages_fresh() -> None:
    rng, drawn = np.random.default_rng(0), pictures("web-search")
    rates = drawn["change_rates"]()
    plan = drawn["best_visits"](rates, 0.5)
    best = drawn["fresh"](rates, plan).mean()
    for size in (0.01, 0.1, 1):
        for _ in range(50):
            other = np.maximum(plan + size * rng.normal(size=len(plan)), 0)
            other *= plan.sum() / other.sum()
            assert drawn["fresh"](rates, other).mean() <= best
