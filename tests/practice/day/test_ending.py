"""The end of a session: what it says is what happened, and what the model of memory makes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.memory import Rating
from sharpen.practice import Workspace
from sharpen.practice.day import ending, plan, session
from sharpen.practice.day.ending import Ending
from tests.looking import look
from tests.practice.reviewing import DECK


@pytest.fixture
def ws(ws: Workspace, content: Path) -> Workspace:
    """With a deck of seven cards."""
    return replace(ws, library=read_library([content, DECK]))


def ended(ws: Workspace, topic: str = "") -> Ending:
    found = look(ws, ending.gather, topic)
    assert found
    return found


def reviewed(ws: Workspace, *missed: int, topic: str = "") -> list[str]:
    """A session to its end, in which some of the items, by their places, are not known at first; the items."""
    front, items = session.resume(ws, topic), list[str]()
    while front.asked:
        asked = front.asked
        first = asked.item not in items
        if first:
            items.append(asked.item)
        session.answer(ws, asked.key, topic=topic)
        again = first and len(items) - 1 in missed
        front = session.rate(ws, asked.key, Rating.AGAIN if again else Rating.GOOD, seconds=9, topic=topic)
    return items


def test_nothing_is_said_of_a_session_in_which_nothing_was_rated(ws: Workspace) -> None:
    assert look(ws, ending.gather) is None
    front = session.resume(ws)
    assert front.asked
    session.suspend(ws, front.asked.key)
    assert look(ws, ending.gather) is None


def test_each_item_counts_once_by_its_first_answer(ws: Workspace) -> None:
    items = reviewed(ws, 0, 2)
    found = ended(ws)
    assert (found.items, found.right) == (len(items), len(items) - 2)
    assert {one.item.id for one in found.missed} == {items[0], items[2]}
    assert all(one.title for one in found.missed)
    assert [topic.wrong for topic in found.topics] == sorted((topic.wrong for topic in found.topics), reverse=True)


def test_what_is_taken_back_does_not_count(ws: Workspace) -> None:
    items = reviewed(ws)
    session.undo(ws)
    assert ended(ws).items == len(items) - 1


def test_the_gain_is_the_recall_that_the_memories_lead_to(ws: Workspace) -> None:
    from sharpen.memory.schedule import recall

    plan.change(ws, date=(datetime.now() + timedelta(days=20)).date())
    items = reviewed(ws, 1)
    found, now = ended(ws), datetime.now(UTC)
    interview = look(ws, lambda work: work.plans.get()).interview(now)
    assert interview
    assert (found.gain.interview, found.gain.day) == (True, interview.astimezone().date())
    known = look(ws, lambda work: work.memories.of_items(items))
    then = sum(recall(known[item].memory, interview) for item in items)
    count = len(ws.library.cards.index())
    assert found.gain.before == 0
    assert found.gain.after == pytest.approx(then / count)
    assert found.gain.points == pytest.approx(100 * then / count)


def test_without_a_date_it_is_what_is_left_in_thirty_days(ws: Workspace) -> None:
    reviewed(ws)
    gain = ended(ws).gain
    assert not gain.interview
    assert (gain.day - datetime.now().date()).days in (29, 30)
    assert 0 < gain.after < 1


def test_next_is_the_next_day_of_practice(ws: Workspace) -> None:
    reviewed(ws, 0)
    found = ended(ws)
    assert (found.next - datetime.now().date()).days in (0, 1)
    assert found.due == 1, "the one that was missed"
    off = frozenset({found.next.weekday()})
    plan_now = look(ws, lambda work: work.plans.get())
    with ws.writing() as work:
        work.plans.put(type(plan_now)(ws.learner, days_off=off, updated=datetime.now(UTC)))
    assert (ended(ws).next - found.next).days == 1
