"""Days are filled with what raises readiness most for its minutes, in order, within the minutes there are."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.calendar import Calendar, Choice, Day, Standing
from sharpen.domain.task import Kind, Task

MONDAY = date(2026, 3, 2)


def choice(name: str, minutes: int = 20, topic: str = "a", round_: str = "ml-coding") -> Choice:
    return Choice(Task(Kind.PROBLEM, name, minutes, "", name), round_, {topic: float(minutes)})


def days(count: int, minutes: int = 60) -> list[Day]:
    return [Day(MONDAY + timedelta(days=number), minutes) for number in range(count)]


def names(filled: Sequence[Day]) -> list[list[str]]:
    return [[entry.task.id for entry in day.entries] for day in filled]


def test_what_raises_most_for_its_minutes_comes_first() -> None:
    standings = {"a": Standing(0.1, 0, 1.0), "b": Standing(0.1, 0, 3.0), "c": Standing(0.9, 200, 3.0)}
    lines = [[choice("a")], [choice("b", topic="b", round_="depth")], [choice("c", topic="c", round_="design")]]
    assert names(Calendar(standings, lines).filled(days(1))) == [["b", "a", "c"]]


def test_tasks_of_a_line_stay_in_order_and_a_lesson_is_worth_what_it_leads_to() -> None:
    standings = {"a": Standing(0.1, 0, 1.0), "b": Standing(0.1, 0, 0.5)}
    lesson = Choice(Task(Kind.LESSON, "lesson", 10, "", "lesson"), "ml-coding", {"a": 1.0})
    lines = [[choice("b", topic="b")], [lesson, choice("a")]]
    assert names(Calendar(standings, lines).filled(days(1))) == [["lesson", "a", "b"]]


def test_a_day_brings_more_than_one_round_where_there_is_more_than_one() -> None:
    standings = {"a": Standing(0.1, 0, 1.0), "b": Standing(0.1, 0, 0.3)}
    lines = [[choice(f"a{number}", topic="a") for number in range(9)]]
    lines += [[choice(f"b{number}", topic="b", round_="depth") for number in range(9)]]
    for day in Calendar(standings, lines).filled(days(5)):
        assert {entry.round for entry in day.entries} == {"ml-coding", "depth"}


def test_what_the_learner_put_on_a_day_is_there_and_nowhere_else() -> None:
    standings = {"a": Standing(0.1, 0, 1.0), "b": Standing(0.1, 0, 0.1)}
    placed = {MONDAY + timedelta(days=1): [choice("b", topic="b")]}
    filled = Calendar(standings, [[choice("a")]], placed).filled(days(3))
    assert names(filled) == [["a"], ["b"], []]
    assert filled[1].entries[0].moved


def test_a_task_longer_than_a_day_goes_on_the_next_day() -> None:
    filled = Calendar({"a": Standing(0.1, 0, 1.0)}, [[choice("long", 50)]]).filled(days(4, 20))
    assert [[(entry.minutes, entry.part, entry.parts) for entry in day.entries] for day in filled] == [
        [(17, 1, 3)],
        [(17, 2, 3)],
        [(16, 3, 3)],
        [],
    ]


def test_a_day_off_is_empty_and_what_was_there_first_stays() -> None:
    review = Day(MONDAY, 30, ())
    filled = Calendar({"a": Standing(0.1, 0, 1.0)}, [[choice("a")]]).filled([Day(MONDAY, 0), review])
    assert names(filled) == [[], ["a"]]


TASKS = st.lists(st.tuples(st.integers(1, 90), st.sampled_from("abc"), st.sampled_from(["x", "y"])), max_size=40)
MEANS = st.fixed_dictionaries({topic: st.floats(0.01, 0.99) for topic in "abc"})


@given(TASKS, MEANS, st.integers(5, 120), st.integers(1, 30))
def test_minutes_are_kept_on_the_whole_and_nothing_comes_twice(
    tasks: list[tuple[int, str, str]], means: dict[str, float], minutes: int, count: int
) -> None:
    standings = {topic: Standing(mean, 0.0, 1.0) for topic, mean in means.items()}
    lines = [[choice(str(number), size, topic, round_)] for number, (size, topic, round_) in enumerate(tasks)]
    filled = Calendar(standings, lines).filled(days(count, minutes))
    whole = 0
    for number, day in enumerate(filled, 1):
        whole += day.total
        assert whole <= number * minutes + max((size for size, _, _ in tasks), default=0), "what is borrowed is paid"
        assert all(1 <= entry.minutes <= minutes for entry in day.entries), "nothing is longer than a day"
    planned = Counter[str]()
    for day in filled:
        planned.update({entry.task.id: entry.minutes for entry in day.entries})
    for number, (size, _, _) in enumerate(tasks):
        assert planned[str(number)] <= size


@given(TASKS, MEANS, st.integers(20, 90))
def test_a_day_that_went_as_planned_leaves_the_rest_as_it_was(
    tasks: list[tuple[int, str, str]], means: dict[str, float], minutes: int
) -> None:
    """Planned again tomorrow, with what was believed then, the second day is what the first plan said of it."""

    def made() -> Calendar:
        standings = {topic: Standing(mean, 0.0, 1.0) for topic, mean in means.items()}
        return Calendar(standings, [[choice(str(n), min(size, minutes), t, r)] for n, (size, t, r) in enumerate(tasks)])

    first = made()
    both = first.filled(days(2, minutes))
    again = made()
    assert again.filled(days(1, minutes)) == both[:1]
    assert again.filled(days(2, minutes)[1:]) == both[1:]


@pytest.mark.parametrize(("mean", "spent"), [(0.05, 0), (0.5, 30), (0.95, 300)])
def test_practice_helps_less_and_less_and_never_beyond_certainty(mean: float, spent: float) -> None:
    standing, gains = Standing(mean, spent, 1.0), []
    for _ in range(20):
        gains.append(standing.gain(30))
        standing.pass_(30)
    assert all(gain > 0 for gain in gains)
    assert gains[-1] < gains[0]
    assert standing.mean < 1
