"""A day holds what is worth most within its minutes, and a forecast plays such days by FSRS."""

import math
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.memory import Memory, Rating
from sharpen.memory import rated
from sharpen.memory.choosing import Day, chosen, pace
from sharpen.memory.forecast import first_difficulty, harder, simulated
from sharpen.memory.steering import States, costs_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def states(stability: list[float], age: list[float], met: list[bool] | None = None, minutes: float = 0.5) -> States:
    count = len(stability)
    return States(
        np.array(stability),
        np.full(count, 5.0),
        np.array(age),
        np.array(met if met is not None else [True] * count, dtype=bool),
        np.full(count, minutes),
    )


def flags(*values: int) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.array(values, dtype=bool)


@given(st.integers(1, 60), st.floats(0, 30), st.integers(0, 20), st.none() | st.floats(0.5, 90))
def test_a_day_respects_minutes_and_new_items(count: int, minutes: float, new: int, left: float | None) -> None:
    rng = np.random.default_rng(count)
    some = states(list(rng.uniform(0.1, 50, count)), list(rng.uniform(0, 50, count)), list(rng.random(count) < 0.5))
    places = chosen(some, rng.random(count) < 0.5, np.zeros(count, dtype=bool), Day(minutes, new, left))
    assert len(set(places)) == len(places)
    assert costs_of(some)[places].sum() <= minutes + 1e-9
    assert (~some.met[places]).sum() <= new


def test_without_a_date_the_due_come_first_then_the_new_and_nothing_else() -> None:
    some = states([5, 5, 1, 1], [9, 1, 0, 0], [True, True, False, False])
    due = flags(1, 0, 0, 0)
    assert list(chosen(some, due, flags(0, 0, 0, 0), Day(30, 1))) == [0, 2]


def test_with_a_date_what_gains_nothing_is_not_asked() -> None:
    some = states([5000, 3], [1, 3])
    assert list(chosen(some, flags(0, 0), flags(0, 0), Day(30, 5, left=3))) == [1]


def test_a_problem_waits_until_time_was_saved_for_it() -> None:
    some, problems = states([5, 5, 5], [9, 9, 8], minutes=20.0), flags(0, 1, 1)
    due = flags(1, 1, 1)
    assert list(chosen(some, due, problems, Day(30, 0, rested=1.0))) == [0]
    assert list(chosen(some, due, problems, Day(30, 0, rested=2.0))) == [1], "the cards get what is left of the day"
    assert list(chosen(some, due, problems, Day(60, 0, rested=1.0))) == [0, 1], "never two"
    assert list(chosen(some, flags(1, 0, 0), problems, Day(60, 0, rested=9.0))) == [0], "only when it is due"


@pytest.mark.parametrize(
    ("unmet", "left", "a_day"), [(100, 30, 5), (100, 1, 100), (7, 14, 1), (0, 5, 0), (10, 0.2, 10)]
)
def test_every_item_is_met_in_the_first_two_thirds(unmet: int, left: float, a_day: int) -> None:
    assert pace(unmet, left) == a_day


@given(st.floats(1, 10), st.sampled_from([Rating.AGAIN, Rating.GOOD]))
def test_difficulty_moves_as_in_the_package(difficulty: float, rating: Rating) -> None:
    memory = Memory(4.0, difficulty, NOW - timedelta(days=4), NOW)
    assert rated(memory, rating, NOW).difficulty == pytest.approx(
        float(harder(np.array([difficulty]), np.array([int(rating)]))[0])
    )
    assert rated(None, rating, NOW).difficulty == pytest.approx(float(first_difficulty(int(rating)).clip(1, 10)))


def test_a_plan_that_is_kept_raises_recall_on_the_date() -> None:
    count, left = 200, 21.0
    unmet = states([1.0] * count, [0.0] * count, [False] * count)
    none = np.zeros(count, dtype=bool)

    def recall(minutes: float) -> float:
        outcome = simulated(unmet, none, lambda n, rest: Day(minutes, pace(rest, left - n), left - n), 21, left)
        assert (outcome.minutes <= minutes + 1e-9).all()
        assert outcome.new.sum() <= count
        assert ((outcome.recall >= 0) & (outcome.recall <= outcome.met)).all()
        return float(outcome.recall.mean())

    nothing, little, enough = recall(0), recall(4), recall(30)
    assert nothing == 0
    assert 0.2 < little < enough
    assert enough > 0.85


def test_nothing_to_play_with() -> None:
    outcome = simulated(states([], []), flags(), lambda *_: Day(30, 5), 3, 3.0, rested=math.inf)
    assert outcome.reviews.tolist() == [0, 0, 0]
    assert outcome.recall.shape == (0,)
