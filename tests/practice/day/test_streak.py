"""The streak of a learner, over real rows of every kind of practice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.dive import Dive
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.lab_run import LabRun
from sharpen.domain.memory import Rating
from sharpen.domain.sitting import Sitting
from sharpen.domain.telling import Telling
from sharpen.practice import Workspace
from sharpen.practice.day import streak
from sharpen.practice.items.remembering import record_rating
from sharpen.practice.work import Work
from tests.looking import look

NOW = datetime.now(UTC)
Did = Callable[[Work, str, datetime], object]
KINDS: dict[str, Did] = {
    "review": lambda work, id_, at: record_rating(work, Item(id_, ItemKind.RECALL, "t"), Rating.GOOD, at=at),
    "attempt": lambda work, id_, at: work.attempts.add(
        Attempt(id_, "me", "p", "v", "x = 1", Origin.WEB, created=at, state=State.FINISHED)
    ),
    "sitting": lambda work, id_, at: work.sittings.put(Sitting("me", id_, "case", at, at)),
    "dive": lambda work, id_, at: work.dives.put(Dive("me", id_, "project", 30, 1, at, at)),
    "telling": lambda work, id_, at: work.tellings.put(Telling("me", id_, "story", at, at)),
    "run": lambda work, id_, at: work.lab_runs.put(LabRun(id_, "me", "lab", "v", 1, False, at)),
}


def practiced(ws: Workspace, kind: str, *ages: int) -> None:
    with ws.writing() as work:
        for age in ages:
            KINDS[kind](work, f"{kind}-{age}", NOW - timedelta(days=age))


@pytest.mark.parametrize("kind", KINDS)
def test_any_kind_of_practice_counts(ws: Workspace, kind: str) -> None:
    assert look(ws, streak.gather).days == 0
    practiced(ws, kind, 1, 2, 3, 5)
    found = look(ws, streak.gather)
    assert (found.days, found.today) == (3, False)
    practiced(ws, "review", 0)
    found = look(ws, streak.gather)
    assert (found.days, found.today) == (4, True)


def test_kinds_fill_the_gaps_of_each_other_for_months(ws: Workspace) -> None:
    for place, kind in enumerate(KINDS):
        practiced(ws, kind, *range(place, 200, len(KINDS)))
    assert look(ws, streak.gather).days == 200


def test_days_off_of_the_plan_break_nothing(ws: Workspace) -> None:
    practiced(ws, "attempt", 1, 2, 4)
    assert look(ws, streak.gather).days == 2
    off = (NOW.astimezone() - timedelta(days=3, hours=4)).weekday()
    with ws.writing() as work:
        work.plans.put(replace(work.plans.get(), days_off=frozenset({off}), updated=NOW))
    assert look(ws, streak.gather).days == 3


def test_a_long_streak_of_reviews_goes_on_before_the_gaps_that_other_practice_fills(ws: Workspace) -> None:
    gaps = {35, 36, 90}
    practiced(ws, "review", *(age for age in range(150) if age not in gaps))
    assert look(ws, streak.gather).days == 35
    practiced(ws, "attempt", 35, 36)
    assert look(ws, streak.gather).days == 90
    practiced(ws, "run", 90)
    assert look(ws, streak.gather).days == 150


def test_other_learners_do_not_count(ws: Workspace) -> None:
    with replace(ws, learner="other").writing() as work:
        KINDS["attempt"](work, "a", NOW)
    assert look(ws, streak.gather).days == 0
