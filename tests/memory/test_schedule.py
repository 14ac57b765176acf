"""Ratings move an item through time as FSRS says, and nothing a clock does breaks it."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.day import beginning, day_of
from sharpen.domain.memory import LEECH, Memory, Rating, self_rating
from sharpen.memory import intervals, rated, recall
from sharpen.memory.curve import ease
from tests.zones import BERLIN, NEEDED, TOKYO, zone

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


times = st.lists(st.tuples(ratings, st.integers(0, 60), st.floats(0, 0.95)), min_size=1, max_size=8)


@NEEDED
@given(st.sampled_from([BERLIN, TOKYO, "UTC"]), times)
def test_when_in_its_day_a_review_is_made_changes_nothing(place: str, history: list[tuple[Rating, int, float]]) -> None:
    with zone(place):
        day, here, noon = date(2026, 10, 1), None, None
        for rating, later, within in history:
            day += timedelta(days=later)
            at, middle = (beginning(day) + share * timedelta(days=1) for share in (within, 0.5))
            assert recall(here, at) == recall(noon, middle)
            assert intervals(here, at) == intervals(noon, middle)
            here, noon = rated(here, rating, at), rated(noon, rating, middle)
            assert replace(here, last=middle) == noon
            assert here.due == beginning(day_of(here.due)), "it is due when a day begins"


@NEEDED
@pytest.mark.parametrize("minutes", [-5, 0, 5])
def test_a_card_grows_alike_five_minutes_earlier_and_later_each_morning(minutes: int) -> None:
    """Again, then Good on six mornings; Anki 26.9.3 with FSRS arrives at 14.13, also on the earlier times."""
    with zone(BERLIN):
        first, memory = datetime(2026, 11, 2, 8, 30).astimezone(UTC), None
        for number in range(7):
            memory = rated(
                memory, Rating.GOOD if number else Rating.AGAIN, first + number * timedelta(days=1, minutes=minutes)
            )
        assert memory
        assert memory.stability == pytest.approx(14.13, abs=0.005)


def test_a_time_of_any_zone_will_do() -> None:
    """The package takes times whose zone is datetime.UTC, and refuses even ZoneInfo("UTC")."""
    here = NOW.astimezone(ZoneInfo("UTC"))
    assert rated(rated(None, Rating.GOOD, here), Rating.GOOD, here + timedelta(days=2)).reviews == 2


def test_nothing_is_left_to_chance() -> None:
    """The package's fuzz would move a due date of ten days by up to three, each time it is computed."""
    random.seed(1)
    before, memory = (
        random.getstate(),
        lived([(Rating.GOOD, 0), (Rating.GOOD, 3), (Rating.GOOD, 12), (Rating.GOOD, 30)]),
    )
    assert memory.due - memory.last > timedelta(days=30)
    assert {rated(memory, Rating.GOOD, memory.due).due for _ in range(20)} == {
        rated(memory, Rating.GOOD, memory.due).due
    }
    assert random.getstate() == before


def test_a_review_before_the_last_counts_as_one_on_its_day() -> None:
    """A clock was ahead: the package would go back in time and count days below zero."""
    memory = lived([(Rating.GOOD, 0), (Rating.GOOD, 3)])
    earlier = memory.last - timedelta(days=400)
    assert recall(memory, earlier) == 1
    again = rated(memory, Rating.GOOD, earlier)
    assert again.last == earlier, "what lies ahead counts as now"
    same_day = rated(replace(memory, last=earlier), Rating.GOOD, earlier)
    assert (again.stability, again.due) == (same_day.stability, same_day.due)


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


def test_ease_is_even_in_the_first_rating() -> None:
    found = [float(ease(np.array(rated(None, rating, NOW).difficulty))) for rating in Rating]
    assert found == pytest.approx([0.0, 0.45, 0.90, 1.0], abs=0.01)
