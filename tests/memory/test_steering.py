"""The formulas over arrays are those of the fsrs package, and steering puts first what helps most on the date."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.memory import Memory, Rating
from sharpen.memory import Upcoming, rated, recall, steered
from sharpen.memory.curve import recalled, strengthened, weakened
from sharpen.memory.steering import gains

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
    worth = gains([Upcoming(str(i), memory, 1.0) for i, memory in enumerate(items)], NOW, left)
    assert ((worth > -1) & (worth < 1)).all()


def item(name: str, stability: float, age: float, minutes: float = 0.5) -> Upcoming:
    last = NOW - timedelta(days=age)
    return Upcoming(name, Memory(stability, 5.0, last, last + timedelta(days=stability)), minutes)


def test_what_would_be_forgotten_by_the_date_comes_before_what_would_not() -> None:
    order = steered([item("firm", 400, 10), item("fading", 5, 6)], NOW, NOW + timedelta(days=14))
    assert order == ["fading", "firm"]


def test_the_quicker_of_two_alike_comes_first() -> None:
    order = steered([item("slow", 5, 6, 3.0), item("quick", 5, 6, 0.3)], NOW, NOW + timedelta(days=14))
    assert order == ["quick", "slow"]


def test_what_was_reviewed_just_now_waits() -> None:
    order = steered([item("just now", 2, 0.0), item("yesterday", 2, 1.0)], NOW, NOW + timedelta(days=10))
    assert order[0] == "yesterday"


def test_after_the_date_there_is_nothing_to_steer_to() -> None:
    assert steered([item("any", 5, 6)], NOW, NOW - timedelta(days=1)) == []
    assert steered([], NOW, NOW + timedelta(days=1)) == []
