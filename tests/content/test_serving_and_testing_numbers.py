"""The numbers that the lessons on serving, partitioning, parallel training, tests and monitoring work out."""

import math
import re
import runpy
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from tests.content.ways.design_experiments import by_scipy as ratio_statistic
from tests.content.ways.design_experiments import (
    errors_of_two_means,
    from_the_covariance,
    residual_variance,
    tail_of_the_binomial,
    where_power_is_reached,
)
from tests.content.ways.design_monitoring import cheapest_of_all, squares_beyond, two_divergences
from tests.content.ways.design_parallelism import (
    at_least_one_slow,
    bytes_of_arrays,
    chunks_around_the_ring,
    more_until_it_is_busy,
    simulated_idle,
)
from tests.content.ways.design_serving import (
    a_hundred_requests,
    added_one_by_one,
    by_those_found_ahead,
    counted_at_moments,
    hashes_counted,
    loads_over_their_mean,
)

DESIGN = bundled() / "topics" / "design"


def fullest_of_a_ring(machines: int) -> float:
    """How many times the mean the longest of the arcs between random points is, over many draws."""
    points = np.sort(np.random.default_rng(0).random((20_000, machines)), axis=1)
    arcs = np.diff(points, axis=1, append=points[:, :1] + 1)
    return float(arcs.max(axis=1).mean() * machines)


def share_with_an_alarm(looks: int) -> float:
    """Tests without an effect that are significant at one of these looks, over many draws."""
    sums = np.random.default_rng(1).standard_normal((400_000, looks)).cumsum(axis=1)
    return float((abs(sums) > 1.959964 * np.sqrt(np.arange(1, looks + 1))).any(axis=1).mean())


def days_until_cusum(shift: float, slack: float = 0.5, limit: float = 5.0, states: int = 400) -> float:
    """Mean days until either of two cumulative sums is beyond the limit, by Markov chains of Brook and Evans."""
    from scipy.stats import norm

    width = 2 * limit / (2 * states - 1)
    at = np.arange(states) * width

    def one_side(mean: float) -> float:
        edges = np.append(-np.inf, at + width / 2)
        moves = np.diff(norm.cdf(edges[None, :] - at[:, None] + slack - mean), axis=1)
        return float(np.linalg.solve(np.eye(states) - moves, np.ones(states))[0])

    return 1 / (1 / one_side(shift) + 1 / one_side(-shift))


def days_until_beyond_three(shift: float) -> float:
    from scipy.stats import norm

    return float(1 / (norm.sf(3 - shift) + norm.cdf(-3 - shift)))


def rejected(error_too_small: float) -> float:
    from scipy.stats import norm

    return float(2 * norm.sf(1.959964 / error_too_small))


def index_without_drift(bins: int, rows: int) -> float:
    """The mean PSI of two samples from the same uniform distribution."""
    counts = np.random.default_rng(2).multinomial(rows, [1 / bins] * bins, size=(20_000, 2)) / rows
    return float(((counts[:, 0] - counts[:, 1]) * np.log(counts[:, 0] / counts[:, 1])).sum(axis=1).mean())


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    *(
        ("serving-infrastructure", f"{p99} ms", lambda load=load: by_those_found_ahead(10, load, 99))
        for load, p99 in ((50, 92), (80, 230))
    ),
    ("serving-infrastructure", "17", lambda: added_one_by_one(1000, 10, 60)),
    ("serving-infrastructure", "4", lambda: counted_at_moments(80, 40, 10)),
    ("serving-infrastructure", "118", lambda: 1000 / 8.5),
    ("serving-infrastructure", "5", lambda: a_hundred_requests(80, 1, 20)),
    ("serving-infrastructure", "63", lambda: 100 * at_least_one_slow(100, 0.01)),
    ("serving-infrastructure", "0.52", lambda: 0.9 / 1.2**3),
    ("data-partitioning", "80", lambda: 100 * hashes_counted(4, 5)),
    ("data-partitioning", "2{,}080", lambda: 1000 * loads_over_their_mean(10, 12)),
    ("data-partitioning", "2.9", lambda: fullest_of_a_ring(10)),
    ("data-partitioning", "94", lambda: 100 * 15 / 16),
    ("data-parallelism", "70", lambda: chunks_around_the_ring(100, 4, 8, 10)),
    *(
        ("data-parallelism", f"{share}%", lambda each=each: 100 * each / (each + chunks_around_the_ring(100, 4, 8, 10)))
        for each, share in ((32, 31), (64, 48), (256, 79))
    ),
    ("data-parallelism", "47", lambda: 100 * at_least_one_slow(64, 0.01)),
    *(
        ("model-parallelism", f"{idle}%", lambda m=m: 100 * simulated_idle(4, m))
        for m, idle in ((1, "75"), (4, "43"), (8, "27"), (32, "8.6"))
    ),
    ("model-parallelism", "28", lambda: bytes_of_arrays(7, 1, 4)),
    ("model-parallelism", "33.6", lambda: 4096 * 4096 * 2 / 1e6),
    ("model-parallelism", "0.20", lambda: 1000 * 2 * 7 / 8 * 4096 * 4096 * 2 / 300e9),
    ("ab-testing", "746{,}000|746,000", lambda: round(where_power_is_reached(5, 2), -3)),
    ("ab-testing", "186{,}000", lambda: round(where_power_is_reached(5, 4), -3)),
    ("ab-testing", "9.3", lambda: 2 * where_power_is_reached(5, 4) / 40_000),
    ("ab-testing", "95,000", lambda: round(residual_variance(1, 70) * where_power_is_reached(5, 4), -3)),
    ("ab-testing", "14.4", lambda: ratio_statistic(50_600, 49_400, 50)),
    ("ab-testing", "22%", lambda: 100 * share_with_an_alarm(14)),
    ("ab-testing", "2.8", lambda: from_the_covariance(10, 0.2) ** 2),
    ("ab-testing", "24%", lambda: 100 * rejected(from_the_covariance(10, 0.2))),
    ("monitoring-and-seasonality", "0.063", lambda: two_divergences([50, 30, 20], [40, 30, 30])),
    ("monitoring-and-seasonality", "0.09", lambda: index_without_drift(10, 200)),
    ("monitoring-and-seasonality", "0.54", lambda: squares_beyond(200, 3, 1)),
    *(
        ("monitoring-and-seasonality", shown, lambda shift=shift: days_until_beyond_three(shift))
        for shift, shown in ((0, "370"), (1, "44"), (2, "6.3"), (3, "2.0"))
    ),
    *(
        ("monitoring-and-seasonality", shown, lambda shift=shift: days_until_cusum(shift))
        for shift, shown in ((0, "465"), (1, "10.4"), (2, "4.0"), (3, "2.6"))
    ),
    ("experimentation-platform", "4%", lambda: 100 * tail_of_the_binomial(200, 16, 0.05)),
    ("experimentation-platform", "5.3", lambda: errors_of_two_means(5, 1)),
    ("experimentation-platform", "25", lambda: errors_of_two_means(1, 1)),
]
"""Topic, the number as its lesson shows it (either of two, with a bar between), and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (DESIGN / topic / "lesson.md").read_text("utf-8").replace("\\%", "%")
    shown = next((way for way in shown.split("|") if way in lesson), shown)
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?!\d|\.\d)", lesson), f"the lesson does not show {shown}"
    number = re.sub(r"[^\d.]", "", shown)
    assert round(compute(), len(number.partition(".")[2])) == float(number)


def test_retraining_every_four_days_is_the_cheapest() -> None:
    assert cheapest_of_all(200, 25) == 4
    assert math.sqrt(2 * 200 / 25) == 4
    assert "four days" in (DESIGN / "monitoring-and-seasonality" / "lesson.md").read_text("utf-8")


def test_four_times_the_stages_micro_batches_leave_less_than_a_fifth_idle() -> None:
    assert all(more_until_it_is_busy(stages, 20) <= 4 * stages for stages in range(2, 40))


def test_a_hot_key_in_four_pieces_adds_300_to_each() -> None:
    loads = [Fraction(8800, 10)] * 10
    for part in range(4):
        loads[part] += Fraction(1200, 4)
    assert (sum(loads), max(loads)) == (10_000, 1_180)


def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(DESIGN / topic / "pictures.py"))


def lines(figure: Any, axes: int) -> list[NDArray[np.float64]]:
    return [np.asarray(line.get_ydata(), float) for line in figure.axes[axes].lines]


def test_the_simulated_queue_comes_near_to_its_formula_and_a_shared_one_is_shorter() -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    pictures("serving-infrastructure")["p99_by_utilization"](figure)
    loads = np.asarray(figure.axes[0].lines[0].get_xdata(), float)
    single, constant, shared = lines(figure, 0)
    assert single == pytest.approx(np.log(100) / (1 - loads), rel=0.1)
    assert (shared < single).all()
    assert (constant < single).all()


def test_the_same_weekday_sees_the_outage_and_yesterday_does_not() -> None:
    from matplotlib.figure import Figure

    drawn = pictures("monitoring-and-seasonality")
    figure = Figure()
    drawn["same_weekday"](figure)
    yesterday, weekday = lines(figure, 1)[:2]
    outage = drawn["OUTAGE"] - 28
    assert np.flatnonzero(weekday < -0.2).tolist() == [outage]
    assert yesterday[outage] > -0.2
    assert (yesterday < -0.2).sum() >= 5


def test_a_a_tests_by_session_are_significant_far_too_often() -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    pictures("experimentation-platform")["aa_tests"](figure)
    shares = [float(re.findall(r"(\d+)%", axes.get_title(loc="left"))[0]) for axes in figure.axes]
    assert shares[0] == pytest.approx(5, abs=2)
    assert shares[1] == pytest.approx(100 * rejected(from_the_covariance(10, 0.2)), abs=3)
