"""What lessons of the design flow say in numbers, and under their pictures, is what comes out."""

import re
import runpy
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.ways.design_basics import (
    at_least_one_slow_shard,
    best_of_all_batches,
    days_sorted_one_by_one,
    every_way_to_deal_the_others,
    loss_over_that_of_a_constant,
    mean_of_the_posterior,
    mean_of_weighted_clicks,
    oldest_of_three_rounds,
    price_of_the_mean_number_drawn,
    rows_where_the_interval_is_as_wide,
    seen_over_what_has_come,
    tail_over_the_states_of_the_queue,
    weighted_views,
    where_a_year_nets_nothing,
    where_savings_meet,
)

FOLDER = bundled() / "topics" / "design"
FOUR_USERS = [(2, 200), (1, 5), (1, 5), (1, 5)]


def lesson(topic: str) -> str:
    return " ".join((FOLDER / topic / "lesson.md").read_text("utf-8").split())


def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


def rows_to_see(rate: float, gain: float) -> float:
    """Views of each arm for a relative gain, at level 5 % and power 80 %, by twice the variance."""
    from scipy.stats import norm

    quantiles = norm.ppf(0.975) + norm.ppf(0.8)
    return float(2 * quantiles**2 * rate * (1 - rate) / (gain * rate) ** 2)


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("problem-formulation", "5.5", lambda: where_a_year_nets_nothing(1200, 200, 1, 30)),
    ("problem-formulation", "22", lambda: where_a_year_nets_nothing(1200, 50, 1, 30)),
    ("problem-formulation", "2.3", lambda: 200_000 / np.timedelta64(1, "D").astype("timedelta64[s]").astype(int)),
    ("design-metrics", "0.867", lambda: loss_over_that_of_a_constant(0.02, 0.085)),
    ("design-metrics", "0.921", lambda: loss_over_that_of_a_constant(0.005, 0.029)),
    ("design-metrics", "15.25", lambda: 100 * weighted_views(FOUR_USERS)),
    ("design-metrics", "1.0039", lambda: 1.012 * 0.98**0.4),
    ("design-data", "15,000", lambda: price_of_the_mean_number_drawn(1000, 0.01, 3, 5)),
    ("design-data", "750", lambda: price_of_the_mean_number_drawn(1000, 0.2, 3, 5)),
    ("design-data", "0.36", lambda: 0.02 / seen_over_what_has_come(5, 1, 2) * 2),
    ("design-data", "0.15", lambda: 0.1 * mean_of_weighted_clicks(100, 30, 100, 20)),
    ("mvp-logic", "201", lambda: where_savings_meet(2, 12, 1000, 1600)),
    ("features-and-signals", "0.045", lambda: mean_of_the_posterior(3, 10, 0.02, 100)),
    ("features-and-signals", "26", lambda: oldest_of_three_rounds(24, 120)),
    ("training-and-splits", "48", lambda: days_sorted_one_by_one(90, 7, 7, 14)),
    ("training-and-splits", "99.8", lambda: 100 * every_way_to_deal_the_others(5, 0.2)),
    ("online-inference", "63", lambda: 100 * at_least_one_slow_shard(100, 0.01)),
    ("online-inference", "92", lambda: tail_over_the_states_of_the_queue(10, 50)),
    ("online-inference", "461", lambda: tail_over_the_states_of_the_queue(10, 90)),
    ("online-inference", "1,231", lambda: best_of_all_batches(5, 5, 13)),
    ("online-inference", "182", lambda: best_of_all_batches(5, 5, 5.5)),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_design_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    assert re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.,]\d)", lesson(topic)), f"it does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown.replace(",", ""))


def test_sixteen_variances_over_the_squared_effect_are_nearly_the_views_it_takes() -> None:
    assert "313{,}600" in (FOLDER / "design-metrics" / "lesson.md").read_text("utf-8")
    assert rows_to_see(0.02, 0.05) == pytest.approx(313_600, rel=0.03)
    assert rows_to_see(0.02, 0.02) == pytest.approx(1.96e6, rel=0.03)


def test_the_interval_of_a_test_set_is_as_wide_as_its_lesson_says() -> None:
    assert r"$\pm 1.9$ points for 1,000 cases, $\pm 0.6$ for 10,000" in lesson("training-and-splits")
    assert rows_where_the_interval_is_as_wide(90, 18.594) == pytest.approx(1_000, rel=1e-3)
    assert rows_where_the_interval_is_as_wide(90, 5.88) == pytest.approx(10_000, rel=1e-3)


def test_ctr_repeats_the_old_order_and_weighted_clicks_find_the_true_one() -> None:
    drawn = pictures("design-data")
    rates, weighted = drawn["estimates"]()
    assert rates == sorted(rates, reverse=True)
    assert weighted == sorted(weighted)
    assert weighted == pytest.approx(drawn["RELEVANCE"], abs=0.004)


def test_a_rule_then_a_linear_model_then_trees_win_as_labels_grow() -> None:
    drawn = pictures("mvp-logic")
    rule, linear, boosted = drawn["curves"]()
    best = [
        max(("rule", rule), ("linear", a), ("boosted", b), key=lambda pair: pair[1])[0]
        for a, b in zip(linear, boosted, strict=True)
    ]
    assert dict(zip(drawn["SIZES"], best, strict=True)) == {
        20: "rule",
        40: "rule",
        80: "linear",
        160: "linear",
        320: "boosted",
        640: "boosted",
        1280: "boosted",
    }
    assert "Up to about 60 labels" in lesson("mvp-logic")
    assert "from about 320 on boosted trees" in lesson("mvp-logic")


def test_an_id_without_information_has_the_auc_that_its_lesson_says() -> None:
    measured = pictures("features-and-signals")["measured"]
    for rows, shown in ((1, 1.0), (10, 0.69)):
        same, fresh, earlier = measured(rows)
        assert round(same, 2) == shown
        assert (fresh, earlier) == pytest.approx((0.5, 0.5), abs=0.01)
    assert "With one row per ID the AUC on these rows is 1, with 10 it is 0.69" in lesson("features-and-signals")


def test_random_folds_promise_what_new_patients_do_not_keep() -> None:
    mixed, apart, live = pictures("training-and-splits")["accuracies"](10)
    assert [round(accuracy, 2) for accuracy in (mixed, apart, live)] == [0.93, 0.59, 0.59]
    assert "promise up to 93%; group folds say 59%, as do new patients" in lesson("training-and-splits")


def test_the_simulated_tail_is_that_of_the_formula() -> None:
    drawn = pictures("online-inference")
    rng = np.random.default_rng(1)
    services, gaps = rng.exponential(drawn["SERVICE"], 400_000), rng.exponential(1, 400_000)
    tail = float(np.percentile(drawn["response_times"](0.5, services, gaps), 99))
    assert tail == pytest.approx(tail_over_the_states_of_the_queue(10, 50), rel=0.03)


def test_weight_on_clicks_earns_clicks_and_loses_satisfied_readers() -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    pictures("design-metrics")["weight_on_clicks"](figure)
    clicks, satisfied = (np.asarray(line.get_ydata(), float) for line in figure.axes[0].lines[:2])
    assert (np.diff(clicks) > 0).all()
    assert (np.diff(satisfied) < 0).all()
