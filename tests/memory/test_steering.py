"""The formulas over arrays are those of the fsrs package, and steering puts first what helps most on the date."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.memory import Memory, Rating
from sharpen.memory import rated, recall
from sharpen.memory.curve import recalled, strengthened, weakened
from sharpen.memory.steering import States, costs_of, gains_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
memories = st.builds(
    lambda stability, difficulty, age: Memory(stability, difficulty, NOW - timedelta(days=age), NOW),
    st.floats(0.05, 300),
    st.floats(1, 10),
    st.integers(1, 300),
)


@given(memories)
def test_the_formulas_agree_with_the_package(memory: Memory) -> None:
    age = (NOW - memory.last) / timedelta(days=1)
    stability, difficulty = np.array([memory.stability]), np.array([memory.difficulty])
    now = recalled(age, stability)
    assert np.isclose(now, recall(memory, NOW))
    assert np.isclose(strengthened(stability, difficulty, now), rated(memory, Rating.GOOD, NOW).stability)
    assert np.isclose(weakened(stability, difficulty, now), rated(memory, Rating.AGAIN, NOW).stability)


@given(st.lists(memories, min_size=1, max_size=6), st.integers(1, 90))
def test_a_gain_is_never_more_than_what_can_be_gained(items: list[Memory], left: int) -> None:
    ages = [(NOW - memory.last) / timedelta(days=1) for memory in items]
    worth = gains_of(states(*((memory.stability, age) for memory, age in zip(items, ages, strict=True))), left)
    assert ((worth > -1) & (worth < 1)).all()


def states(*items: tuple[float, float], minutes: tuple[float, ...] = ()) -> States:
    """Items met before, each with its stability and its age in days."""
    stability, age = np.array(items, dtype=float).T
    count = len(items)
    return States(stability, np.full(count, 5.0), age, np.full(count, True), np.array(minutes or [0.5] * count))


def test_what_would_be_forgotten_by_the_date_gains_more_than_what_would_not() -> None:
    firm, fading = gains_of(states((400, 10), (5, 6)), 14)
    assert fading > firm


def test_of_two_alike_the_quicker_costs_less() -> None:
    slow, quick = costs_of(states((5, 6), (5, 6), minutes=(3.0, 0.3)))
    assert slow == 10 * quick


def test_what_was_reviewed_just_now_waits() -> None:
    just_now, yesterday = gains_of(states((2, 0.0), (2, 1.0)), 10)
    assert yesterday > just_now
