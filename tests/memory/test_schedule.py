"""Ratings move an item through time as FSRS says, and nothing a clock does breaks it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.memory import LEECH, Memory, Rating, self_rating
from sharpen.memory import intervals, rated, recall

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ratings = st.sampled_from(Rating)
histories = st.lists(st.tuples(ratings, st.integers(0, 400)), min_size=1, max_size=12)


def lived(history: list[tuple[Rating, int]]) -> Memory:
    memory, now = None, NOW
    for rating, days in history:
        now += timedelta(days=days)
        memory = rated(memory, rating, now)
    assert memory
    return memory


@given(histories)
def test_every_history_leads_to_a_state_that_makes_sense(history: list[tuple[Rating, int]]) -> None:
    memory = lived(history)
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.due > memory.last
    assert memory.reviews == len(history)
    assert memory.lapses == sum(rating is Rating.AGAIN for rating, _ in history[1:])


@given(histories)
def test_a_better_rating_never_brings_an_item_back_earlier(history: list[tuple[Rating, int]]) -> None:
    waits = list(intervals(lived(history), lived(history).due).values())
    assert waits == sorted(waits)


@given(histories, st.integers(0, 1000), st.integers(0, 1000))
def test_recall_falls_with_time_and_is_a_probability(history: list[tuple[Rating, int]], a: int, b: int) -> None:
    memory = lived(history)
    sooner, later = (recall(memory, memory.last + timedelta(days=days)) for days in sorted((a, b)))
    assert 1 >= sooner >= later > 0


def test_an_item_is_due_when_recall_falls_to_the_target() -> None:
    memory = lived([(Rating.GOOD, 0), (Rating.GOOD, 3), (Rating.GOOD, 12)])
    assert recall(memory, memory.due) == pytest.approx(0.9, abs=0.01)
    eager = rated(memory, Rating.GOOD, memory.due, retention=0.95)
    lazy = rated(memory, Rating.GOOD, memory.due, retention=0.8)
    assert eager.due < lazy.due


def test_an_item_never_met_is_not_remembered() -> None:
    assert recall(None, NOW) == 0


def test_a_clock_that_went_backwards_does_not_raise_recall_above_one() -> None:
    memory = lived([(Rating.GOOD, 0)])
    assert recall(memory, memory.last - timedelta(days=30)) <= 1
    assert rated(memory, Rating.GOOD, memory.last - timedelta(days=30)).stability > 0


def test_eight_lapses_make_a_leech() -> None:
    memory = lived([(Rating.GOOD, 0)] + [(Rating.AGAIN, 2)] * (LEECH - 1))
    assert not memory.leech
    assert rated(memory, Rating.AGAIN, memory.due).leech


@pytest.mark.parametrize(
    ("ticked", "points", "rating"),
    [(0, 4, Rating.AGAIN), (1, 4, Rating.AGAIN), (2, 4, Rating.HARD), (3, 4, Rating.GOOD), (4, 4, Rating.EASY)],
)
def test_ticked_points_suggest_a_rating(ticked: int, points: int, rating: Rating) -> None:
    assert self_rating(ticked, points) is rating


@pytest.mark.parametrize(("ticked", "points"), [(0, 0), (5, 4), (-1, 3)])
def test_impossible_ticks_are_refused(ticked: int, points: int) -> None:
    with pytest.raises(ValueError, match="cannot be ticked"):
        self_rating(ticked, points)
