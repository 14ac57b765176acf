"""Hints come one at a time and are counted; the solution is for learners who earned it or asked."""

from dataclasses import replace

from sharpen.domain.attempt import Origin
from sharpen.practice import Workspace
from sharpen.practice.solving.attempts import judge, submit
from sharpen.practice.solving.hints import count_shown, may_see_solution, peek, peeked, show_next
from tests.looking import look
from tests.practice.conftest import RIGHT, WRONG


def test_hints_are_shown_one_at_a_time_until_there_are_no_more(ws: Workspace) -> None:
    assert look(ws, count_shown, "mean") == 0
    assert [show_next(ws, "mean") for _ in range(5)] == [1, 2, 3, 3, 3]
    assert look(ws, count_shown, "mean") == 3
    assert look(ws, count_shown, "other-mean") == 0
    assert look(replace(ws, learner="you"), count_shown, "mean") == 0


def test_a_peek_is_recorded_once_and_opens_the_solution(ws: Workspace) -> None:
    assert not look(ws, may_see_solution, "mean")
    peek(ws, "mean")
    peek(ws, "mean")
    assert look(ws, may_see_solution, "mean")
    assert look(ws, peeked, "mean")
    assert submit(ws, "mean", RIGHT, origin=Origin.WEB).peeked
    assert look(ws, count_shown, "mean") == 0


def test_who_was_accepted_may_see_the_solution_without_peeking(ws: Workspace) -> None:
    list(judge(ws, submit(ws, "mean", WRONG, origin=Origin.WEB).id))
    assert not look(ws, may_see_solution, "mean")
    list(judge(ws, submit(ws, "mean", RIGHT, origin=Origin.WEB).id))
    assert look(ws, may_see_solution, "mean")
    peek(ws, "mean")
    assert not look(ws, peeked, "mean")
    assert not submit(ws, "mean", RIGHT, origin=Origin.WEB).peeked
