"""What changed since the last day of practice: what was done on it, and how far readiness has come since."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.readiness import ReadinessDay
from sharpen.domain.verdict import Verdict
from sharpen.practice import Workspace
from sharpen.practice.day import lately
from sharpen.practice.day.lately import Lately
from sharpen.practice.items.remembering import record_rating
from tests.looking import look
from tests.practice.reviewing import clock

NOW = datetime.now(UTC)
BEFORE = NOW - timedelta(days=3)
CARD = Item("svm/margin", ItemKind.CHOICE, "svm")


def gathered(ws: Workspace, ready: float = 0.3) -> Lately | None:
    found = look(ws, lambda work: lately.gather(work, ready))
    assert found is None or isinstance(found, Lately)
    return found


def reviewed(ws: Workspace, at: datetime) -> None:
    with clock(at), ws.writing() as work:
        record_rating(work, CARD, Rating.GOOD, seconds=5.0)


def solved(ws: Workspace, at: datetime) -> None:
    done = Attempt("a1", "me", "mean", "v1", "x = 1\n", Origin.WEB, at, State.FINISHED, Verdict.ACCEPTED)
    with ws.writing() as work:
        work.attempts.add(replace(done, finished=at))


def test_nothing_was_done_before_today(ws: Workspace) -> None:
    assert gathered(ws) is None
    reviewed(ws, NOW)
    assert gathered(ws) is None, "today is not over"


def test_the_last_day_is_summed_up(ws: Workspace) -> None:
    reviewed(ws, BEFORE - timedelta(days=4))
    reviewed(ws, BEFORE)
    solved(ws, BEFORE)
    found = gathered(ws)
    assert found == Lately(day_of(BEFORE), 1, 1, None)
    assert found.words == "1 review, 1 problem solved."


def test_readiness_since_then_is_said_once_it_has_moved(ws: Workspace) -> None:
    solved(ws, BEFORE)
    with ws.writing() as work:
        work.readiness_days.put(ReadinessDay("me", day_of(BEFORE), 0.28, {}))
    found = gathered(ws)
    assert found
    assert found.words == "1 problem solved. Readiness +2.0 points since."
    still = gathered(ws, 0.2801)
    assert still
    assert still.words == "1 problem solved."
