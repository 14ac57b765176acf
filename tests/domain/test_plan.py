"""What a plan may hold is one rule, and days to the interview are days of practice."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from sharpen.domain.plan import FARTHEST, Plan, check, check_date, check_days_off, check_weights

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("minutes", (1, 600), (0, 601, float("nan"))),
        ("retention", (0.7, 0.97), (0.69, 0.98, float("nan"))),
        ("new_a_day", (0, 500), (-1, 501)),
    ],
)
def test_numbers_have_a_range(name: str, good: tuple[float, ...], bad: tuple[float, ...]) -> None:
    for value in good:
        check(name, value)
    for value in bad:
        with pytest.raises(ValueError, match=r"must be from .* to .*, not"):
            check(name, value)


def test_a_date_may_be_over_but_not_farther_than_five_years() -> None:
    for fine in (None, TODAY, date.min, TODAY + timedelta(days=FARTHEST)):
        check_date(fine, TODAY)
    for far in (TODAY + timedelta(days=FARTHEST + 1), date.max):
        with pytest.raises(ValueError, match="within five years"):
            check_date(far, TODAY)


TOO_MANY = dict.fromkeys(map(str, range(10_001)), 1.0)


@pytest.mark.parametrize(
    "weights", [{"pca": -0.1}, {"pca": 4.1}, {"pca": float("nan")}, {"": 1.0}, {"é" * 101: 1.0}, TOO_MANY]
)
def test_weights_that_no_plan_has(weights: dict[str, Any]) -> None:
    check_weights({"pca": 0.0, "round:breadth": 4.0})
    with pytest.raises(ValueError, match=r"weight|name"):
        check_weights(weights)


def test_days_left_are_counted_to_the_morning_of_the_interview() -> None:
    plan = Plan("me", date(2026, 11, 25))
    times = datetime(2026, 11, 22, 23, 30), datetime(2026, 11, 23, 3), datetime(2026, 11, 25, 7)
    for at, left in zip(times, (3, 3, 0), strict=True):
        assert plan.days_left(at.astimezone()) == left
    assert plan.days_left(datetime(2026, 11, 25, 9, 1).astimezone()) is None, "it has begun"
    assert Plan("me").days_left(datetime(2026, 11, 22).astimezone()) is None


def test_a_topic_counts_as_its_round_and_itself() -> None:
    plan = Plan("me", weights={"pca": 2.0, "round:breadth": 0.5, "anki/Trees": 0.25})
    assert plan.weight("pca", "breadth") == 1.0
    assert plan.weight("svm", "breadth") == 0.5
    assert plan.weight("k-means", "ml-coding") == 1.0
    assert (plan.weight("anki/Trees", "anki/", 0.0), plan.weight("anki/Other", "anki/", 0.0)) == (0.25, 0.0)


def test_a_day_off_has_no_minutes() -> None:
    plan = Plan("me", minutes=45, days_off=frozenset({5, 6}))
    assert [plan.minutes_on(date(2026, 11, day)) for day in (27, 28, 29, 30)] == [45, 0, 0, 45]


def test_one_day_of_the_week_at_least_is_left() -> None:
    check_days_off({0, 1, 2, 3, 4, 5})
    for bad in (range(7), {7}, {-1}):
        with pytest.raises(ValueError, match="one at least must be left"):
            check_days_off(set(bad))


def test_a_day_off_has_no_minutes_and_is_no_day_of_practice() -> None:
    plan = Plan("me", minutes=40, days_off=frozenset({5, 6}))
    assert [plan.minutes_on(TODAY + timedelta(days=day)) for day in range(7)] == [0, 40, 40, 40, 40, 40, 0], "a Sunday"
    for first in range(7):
        for days in range(20):
            every = [TODAY + timedelta(days=first + day) for day in range(days)]
            on = sum(day.weekday() not in plan.days_off for day in every)
            assert plan.days_on(TODAY + timedelta(days=first), days) == on
    assert Plan("me").days_on(TODAY, 9) == 9
    assert plan.days_on(TODAY, -3) == 0
