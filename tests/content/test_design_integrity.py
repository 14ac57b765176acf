"""What lessons on content integrity, live video and pipelines say in numbers is what comes out."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np
import pytest

from sharpen.checks import trusted
from sharpen.content.library import bundled
from tests.content.ways.design_integrity import (
    added_up_by_viewer,
    distance_of_shares,
    until_the_interval_is_narrow,
    walked_through,
    where_another_seat_stops_paying,
    where_costs_cross,
)

FOLDER = bundled() / "topics" / "design"
SIZES, RATES = np.array([0.01, 0.09, 0.90]), 0.001 * np.array([0.70 / 0.01, 0.25 / 0.09, 0.05 / 0.90])


@cache
def drawn(topic: str) -> dict[str, Any]:
    return trusted.run(FOLDER / topic / "pictures.py")


def labels(shares: Any) -> float:
    """For 20 % of 0.1 %, if so large shares of them are drawn in each stratum."""
    variance = (SIZES**2 * RATES * (1 - RATES) / shares).sum()
    return float(variance / (0.2 * 0.001 / 1.959964) ** 2)


def best_labels() -> float:
    from scipy.optimize import minimize

    def of(logs: Any) -> float:
        return labels(np.exp(logs) / np.exp(logs).sum())

    return float(minimize(of, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-6, "fatol": 1e-3}).fun)


def called_violating() -> float:
    """In percent, of ten million views."""
    called = np.array([10_000, 9_990_000]) * [0.8, 0.005]
    return float(called.sum() / 1e5)


def together(rate_left: float, rate_right: float) -> float:
    """The mean of the smaller of two exponential times, by integration."""
    from scipy.integrate import quad
    from scipy.stats import expon

    left, right = expon(scale=rate_left), expon(scale=rate_right)
    return float(quad(lambda time: left.sf(time) * right.sf(time), 0, 50 * max(rate_left, rate_right))[0])


def mean_over_median(spread: float) -> float:
    from scipy.stats import lognorm

    return float(lognorm(spread).mean() / lognorm(spread).median())


def error_of_a_sum() -> float:
    """In percent, of four hundred broadcasts alike."""
    from scipy.stats import lognorm

    return float(100 * lognorm(0.5).std() / lognorm(0.5).mean() / 20)


def served(way: str) -> tuple[float, float]:
    """The largest number of tries in a second, in thousands, and the percentage that gave up."""
    names = drawn("live-video")
    tries, _, given_up = names["simulated"](*names["WAYS"][way][:3])
    return float(tries.max() / 1000), 100 * float(given_up)


def minutes(inputs: str, changed: str) -> float:
    """Of the run that the lesson's picture schedules."""
    names = drawn("ml-pipelines")
    return float(max(end for _, end in names["schedule"](names[inputs], changed).values()))


def on_both_sides() -> float:
    """In percent: of all ways in which five rows fall into four buckets, the first three being the training."""
    buckets = np.array(np.meshgrid(*[range(4)] * 5)).reshape(5, -1)
    testing = (buckets == 3).sum(axis=0)
    return float(100 * ((testing > 0) & (testing < 5)).mean())


def in_each_arm() -> float:
    """Labels to see a fall from 0.1 % to 0.08 % with 80 % power, by the rule of sixteen."""
    return 16 * 0.001 * 0.999 / 0.0002**2


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("content-integrity", "27", lambda: 100 * 0.9 * 400 / (0.9 * 400 + 0.01 * 99_600)),
    ("content-integrity", "96", lambda: until_the_interval_is_narrow(Fraction(1, 1000), Fraction(1, 5)) / 1000),
    ("content-integrity", "18.8", lambda: best_labels() / 1000),
    ("content-integrity", "91", lambda: labels(SIZES) / 1000),
    ("content-integrity", "0.58", called_violating),
    ("content-integrity", "0.29", lambda: where_costs_cross(100, Fraction(1), 250)),
    ("content-integrity", "0.80", lambda: where_costs_cross(100, Fraction(1, 10), 250)),
    ("content-integrity", "0.008", lambda: where_costs_cross(100, Fraction(50), 250)),
    ("content-integrity", "90", lambda: 450 * 200 / 1000),
    ("content-integrity", "400", lambda: in_each_arm() / 1000),
    ("content-integrity", "385", lambda: float(np.ceil(1.959964**2 * 0.25 / 0.05**2))),
    ("live-video", "9.5", lambda: 40_000 / (70 * 60)),
    ("live-video", "25", lambda: 100 * (1 - np.exp(-1 / 70) ** 20)),
    ("live-video", "5", lambda: np.zeros((40_000, 64), np.float16).nbytes / 1e6),
    ("live-video", "15", lambda: together(20, 60)),
    ("live-video", "1.9", lambda: where_another_seat_stops_paying(1000, Fraction(1, 2), 9) / 1000),
    ("live-video", "3.2", lambda: where_another_seat_stops_paying(1000, Fraction(9, 10), 9) / 1000),
    ("live-video", "3", error_of_a_sum),
    ("live-video", "1.13", lambda: mean_over_median(0.5)),
    ("live-video", "1.50", lambda: mean_over_median(0.9)),
    ("live-video", "3.65", lambda: added_up_by_viewer(1000, [40, 30, 20, 10]) / 1000),
    ("live-video", "5.5", lambda: added_up_by_viewer(1500, [40, 30, 20, 10]) / 1000),
    ("live-video", "8,000", lambda: 8e6 * 0.06 / 60),
    ("live-video", "3,900", lambda: round(8e6 * 0.06 / 180 + 1.5e6 / 20 / 60, -2)),
    ("live-video", "42", lambda: served("at once, retry after 2 s")[1]),
    ("live-video", "37", lambda: served("at once, retry within 60 s")[1]),
    ("live-video", "240,000", lambda: 8e6 * 0.06 / 2),
    ("live-video", "120", lambda: 60 * 4 / 2),
    ("live-video", "111", lambda: 0.08 * 40e6 * 3 / 86_400),
    ("ml-pipelines", "197", lambda: minutes("INPUTS", "ingest")),
    ("ml-pipelines", "186", lambda: minutes("REVIEWED", "ingest")),
    ("ml-pipelines", "136", lambda: minutes("INPUTS", "train")),
    ("ml-pipelines", "16", lambda: minutes("INPUTS", "evaluate")),
    ("ml-pipelines", "76", on_both_sides),
    ("ml-pipelines", "59", lambda: 100 * walked_through(5, Fraction(1, 10), 0)),
    ("ml-pipelines", "99.5", lambda: 100 * walked_through(5, Fraction(1, 10), 2)),
    ("ml-pipelines", "31", lambda: sum(60 * 2**wait for wait in range(5)) / 60),
]
"""Topic, the number as its lesson shows it (thousands may be written out), and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (FOLDER / topic / "lesson.md").read_text("utf-8")
    thousands = f"{float(shown.replace(',', '')) * 1000:,.0f}"
    there = re.search(rf"(?<![\d.,])({re.escape(shown)}|{thousands})(?![\d]|[.,]\d)", lesson)
    assert there, f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_strata_halve_the_error_and_reviewers_alone_are_six_times_too_high() -> None:
    plain, strata, confirmed, alone = (100 * found for found in drawn("content-integrity")["simulated"]().values())
    assert strata.std() / plain.std() == pytest.approx(0.44, abs=0.03)
    assert [round(float(found.mean()), 2) for found in (plain, strata, confirmed, alone)] == [0.1, 0.1, 0.08, 0.58]


def test_a_join_with_five_minutes_left_brings_four_and_waves_lose_nobody() -> None:
    assert together(20, 5) == pytest.approx(4)
    most, given_up = served("waves over 180 s")
    assert (round(most, 1), round(given_up, 6)) == (3.9, 0)


def test_drift_is_the_largest_difference_of_a_share() -> None:
    assert distance_of_shares([40, 30, 20, 10], [31, 27, 27, 15]) == pytest.approx(0.09)
    assert "it is .09" in (FOLDER / "ml-pipelines" / "lesson.md").read_text("utf-8")
