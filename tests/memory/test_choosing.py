"""A day holds what is worth most within its minutes, and a forecast plays such days by FSRS."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from time import process_time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.day import days_between
from sharpen.domain.memory import Memory, Rating
from sharpen.memory import rated
from sharpen.memory.choosing import CORE, Day, chosen, pace, ranks
from sharpen.memory.curve import interval
from sharpen.memory.forecast import GivenUp, first_difficulty, harder, simulated, spans
from sharpen.memory.steering import Flags, States, costs_of

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
    ("unmet", "left", "a_day"), [(100, 30, 9), (100, 1, 100), (7, 17, 1), (0, 5, 0), (10, 0.2, 10)]
)
def test_every_item_is_met_well_before_the_date(unmet: int, left: float, a_day: int) -> None:
    assert pace(unmet, left) == a_day


def of_topics(topics: int, size: int, **given: Any) -> States:
    """Items never met, topic after topic as in the outline."""
    count = topics * size
    unmet = states([1.0] * count, [0.0] * count, [False] * count)
    return replace(unmet, rank=np.tile(ranks(["one"] * size), topics), **given)


def none_of(some: States) -> Flags:
    return np.zeros(len(some.met), dtype=bool)


def test_topics_of_any_size_come_to_their_ends_together() -> None:
    found = ranks(["small", "large", "small", *["large"] * 9, "small", "small", "one"])
    small, large = found[[0, 2, 12, 13]], found[[1, *range(3, 12)]]
    assert (small[:CORE].tolist(), large[:CORE].tolist(), found[14]) == ([0, 1], [0, 1], 0)
    assert small[-1] == large[-1] == CORE + 1
    assert (np.diff(small) > 0).all()
    assert (np.diff(large) > 0).all()


@pytest.mark.parametrize("left", [None, 21.0])
def test_the_first_pass_takes_the_best_of_every_topic(left: float | None) -> None:
    some = of_topics(30, 8)
    first = chosen(some, none_of(some), none_of(some), Day(0.7 * 30 + 0.01, 240, left))
    assert first.tolist() == [8 * topic for topic in range(30)]
    both = chosen(some, none_of(some), none_of(some), Day(0.7 * 45 + 0.01, 240, left))
    assert both.tolist() == [*first, *(8 * topic + 1 for topic in range(15))]


def test_what_counts_more_is_asked_earlier_and_what_counts_less_later() -> None:
    some = of_topics(3, 4, weight=np.repeat([0.5, 1.0, 2.0], 4))
    order = chosen(some, none_of(some), none_of(some), Day(100, 12, 21.0)).tolist()
    assert order == [8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3]
    without = chosen(some, none_of(some), none_of(some), Day(100, 12)).tolist()
    assert without[:3] == [8, 4, 9], "without a date the double weight brings two for one"


def test_a_share_of_the_minutes_is_not_exceeded() -> None:
    some = states([5.0] * 60, [9.0] * 60)
    deck = np.arange(60) < 40
    for left in (None, 21.0):
        day = Day(20.0, 0, left, shares=((deck, 0.25),))
        places = chosen(some, ~none_of(some), none_of(some), day)
        assert 4.0 < costs_of(some)[places][deck[places]].sum() <= 5.0
        assert (~deck[places]).sum() == 20


@pytest.mark.parametrize("minutes", [15, 30])
def test_three_weeks_reach_every_topic_and_repeat_what_was_learned(minutes: int) -> None:
    """Eighty topics of eight cards, as in the outline, of which half take a minute and a half."""
    some = replace(of_topics(80, 8), minutes=np.tile([0.5, 1.5, 0.5, 1.5, 0.5, 1.5, 0.75, 1.5], 80))
    outcome = simulated(some, none_of(some), lambda n, rest: Day(minutes, pace(rest, 21 - n), 21.0 - n), 21, 21)
    met = outcome.met.reshape(80, 8)
    assert (met[:, 0] == 1).all(), "something of every topic is met"
    assert (outcome.reviews - outcome.new).sum() > minutes, "and met again"
    assert (outcome.minutes <= minutes + 1e-9).all()
    core = outcome.recall.reshape(80, 8)[:, :2]
    assert core.mean() > 0.65


def test_a_large_deck_with_a_share_leaves_the_rest_its_own() -> None:
    """Three thousand cards with a quarter of the minutes: what is left does what it would do without them."""
    mine, days = replace(of_topics(40, 8), minutes=np.tile([0.5, 1.5], 160)), 42

    def recall(some: States, minutes: float, *shares: tuple[Flags, float]) -> float:
        plan = partial(Day, minutes, shares=shares)
        outcome = simulated(
            some, none_of(some), lambda n, rest: plan(new=pace(rest, days - n), left=days - n), days, days, runs=1
        )
        return float(outcome.recall[:320].mean())

    deck = replace(of_topics(1, 3000), minutes=np.full(3000, 1.5))
    both = States(*(np.concatenate([vars(mine)[name], np.broadcast_to(vars(deck)[name], 3000)]) for name in NAMES))
    in_deck = np.arange(3320) >= 320
    assert recall(both, 32, (in_deck, 0.25)) > recall(mine, 24) - 0.03
    assert recall(both, 32) < recall(mine, 24) - 0.2, "without a share it takes most of the time"


NAMES = ("stability", "difficulty", "age", "met", "minutes", "rank")


@given(st.integers(1, 2000))
def test_spans_cover_every_day_once(days: int) -> None:
    lengths = spans(days)
    assert sum(lengths) == days
    assert all(1 <= length <= 28 for length in lengths)
    assert set(lengths[:28]) | set(lengths[-28:]) == {1}, "both ends are played day by day"
    assert len(lengths) <= 170


@pytest.mark.parametrize(("days", "minutes"), [(120, 10.0), (200, 4.0)])
def test_days_taken_together_lead_to_what_single_days_lead_to(days: int, minutes: float) -> None:
    some = of_topics(40, 8)
    met = np.arange(320) % 3 == 0
    some = replace(some, met=met, stability=np.where(met, 6.0, 1.0), age=np.where(met, 4.0, 0.0))

    def day_at(number: int, unmet: int) -> Day:
        return Day(minutes, pace(unmet, days - number), days - number)

    exact, close = (simulated(some, none_of(some), day_at, days, days, daily=daily, runs=2) for daily in (True, False))
    assert close.recall.mean() == pytest.approx(exact.recall.mean(), abs=0.02)
    assert close.met.mean() == pytest.approx(exact.met.mean(), abs=0.02)
    assert close.minutes.sum() == pytest.approx(exact.minutes.sum(), rel=0.1)
    assert close.new.sum() == pytest.approx(exact.new.sum(), rel=0.02)
    thirds = [[part.sum() for part in np.array_split(each.minutes, 3)] for each in (close, exact)]
    assert thirds[0] == pytest.approx(thirds[1], rel=0.2), "the work is where it is"


def test_up_to_eight_weeks_every_day_is_played() -> None:
    assert spans(56) == [1] * 56


def test_five_years_take_less_than_half_a_second_of_work() -> None:
    some, days = of_topics(80, 8), 1825
    begin = process_time()
    simulated(some, none_of(some), lambda n, rest: Day(30, pace(rest, days - n), days - n), days, days)
    assert process_time() - begin < 0.5


def test_who_leaves_ends_it() -> None:
    some, asked = of_topics(5, 5), []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 4

    with pytest.raises(GivenUp):
        simulated(some, none_of(some), lambda *_: Day(30, 5, 9.0), 1000, 1000, wanted=wanted)
    assert len(asked) == 4, "at the next choice"


@given(st.floats(1, 300), st.floats(0.7, 0.97))
def test_an_item_is_due_on_the_day_that_the_schedule_says(stability: float, retention: float) -> None:
    memory = rated(Memory(stability, 5.0, NOW - timedelta(days=4), NOW), Rating.GOOD, NOW, retention=retention)
    assert timedelta(days=float(interval(memory.stability, retention))) == timedelta(days=days_between(NOW, memory.due))


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
