"""Memories, reviews, notes, plans and sessions come back as they were kept; sums follow every review."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.note import Note
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.domain.session import Entry, Given, How, Session
from sharpen.store import Store
from sharpen.store.transaction import Transaction

NOW = datetime(2026, 11, 22, 12, 0, 0, 123457, tzinfo=UTC)
CARD = Item("k-means/empty-cluster", ItemKind.CHOICE, "k-means")
OTHER = Item("k-means/one-step", ItemKind.NUMERIC, "k-means")
MEMORY = Memory(3.25, 5.5, NOW, NOW + timedelta(days=3, microseconds=1), 4, 1)


def review(number: int, **given: Any) -> Review:
    known = {"id": f"r{number:03}", "item": CARD, "at": NOW + timedelta(days=number), "rating": Rating.GOOD}
    return Review(**{"learner": "me", "seconds": 8.5, **known, **given})


def test_a_standing_comes_back_as_it_was(store: Store) -> None:
    whole = Standing("me", CARD, MEMORY, True, NOW)
    unmet = Standing("me", OTHER, suspended=True)
    with store.writing("me") as mine:
        mine.memories.put(whole, unmet)
        replace(mine, learner="you").memories.put(replace(whole, learner="you", suspended=False))
    with store.reading("me") as mine:
        yours = replace(mine, learner="you")
        assert mine.memories.get(CARD.id) == whole
        assert mine.memories.get(OTHER.id) == unmet
        assert mine.memories.get("nothing") is None
        assert list(mine.memories.everything()) == [whole, unmet]
        assert list(yours.memories.suspended()) == []
        assert mine.memories.of_items([CARD.id, "nothing"]) == {CARD.id: whole}
        known = yours.memories.known()
        assert (known.ids, known.stability, known.suspended) == ([CARD.id], [3.25], [False])
        assert yours.memories.count() == 1
    with store.writing("me") as mine:
        mine.memories.put(replace(unmet, suspended=False))
    with store.reading("me") as mine:
        assert mine.memories.get(OTHER.id) is None, "what says nothing is not kept"


def test_leeches_are_those_with_eight_lapses(store: Store) -> None:
    with store.writing("me") as mine:
        for lapses in (7, 8, 12):
            item = replace(CARD, id=f"k-means/{lapses}")
            mine.memories.put(Standing("me", item, replace(MEMORY, lapses=lapses)))
    with store.reading("me") as mine:
        assert [standing.item.id for standing in mine.memories.leeches()] == ["k-means/12", "k-means/8"]


def test_sums_follow_reviews_in_and_out(store: Store) -> None:
    before = replace(MEMORY, last=NOW - timedelta(days=1))
    kept = [
        review(0),
        review(1, recall=0.93, before=before, rating=Rating.AGAIN),
        review(2, recall=0.91, before=before),
        review(3, recall=0.99, before=replace(MEMORY, last=NOW + timedelta(days=2, hours=23)), rating=Rating.AGAIN),
        review(3, id="r9", recall=1.0, before=before, item=OTHER, seed=2**40),
    ]
    with store.writing("me") as mine:
        for each in kept[:2]:
            mine.reviews.add(each)
        mine.reviews.add(*kept[2:])
    with store.reading("me") as mine:
        assert list(mine.reviews.everything()) == kept
        assert mine.reviews.last_of(CARD.id) == kept[3]
        assert replace(mine, learner="you").reviews.last_of(CARD.id) is None
        assert mine.reviews.ids() == {"r000", "r001", "r002", "r003", "r9"}
        assert mine.reviews.days() == [
            (day_of(NOW) + timedelta(days=n), count, met, 8.5 * count)
            for n, count, met in [(0, 1, 1), (1, 1, 0), (2, 1, 0), (3, 2, 0)]
        ]
        assert mine.reviews.between(NOW, NOW + timedelta(days=9)) == (1, 5 * 8.5)
        assert mine.reviews.between(NOW + timedelta(hours=1), NOW + timedelta(days=9)) == (0, 4 * 8.5)
        assert mine.reviews.between(NOW + timedelta(days=9), NOW + timedelta(days=99)) == (0, 0)
        assert mine.reviews.between(NOW - timedelta(days=9), NOW) == (0, 0)
        assert mine.reviews.by_bin() == {18: (2, 1, pytest.approx(1.84)), 19: (1, 1, pytest.approx(1.0))}
        assert mine.reviews.by_topic() == {"k-means": (3, 2)}
        assert mine.reviews.pace() == {ItemKind.CHOICE: (4, 34.0), ItemKind.NUMERIC: (1, 8.5)}
    with store.writing("me") as mine:
        for each in reversed(kept):
            assert mine.reviews.remove(each.id) == each
        assert mine.reviews.remove("r000") is None
        assert mine.reviews.days() == []
        assert mine.reviews.by_bin() == mine.reviews.by_topic() == mine.reviews.pace() == {}


def test_notes_and_plans(store: Store) -> None:
    note = Note("me", CARD.id, "the second option is right too", NOW)
    plan = Plan("me", date(2026, 12, 24), 45, 0.85, 20, (0.2, 1.3), NOW)
    plan = replace(plan, role="ml-engineer", level="senior", days_off=frozenset({6}), sure_of=("Patterns",))
    with store.writing("me") as mine:
        mine.notes.put(replace(note, text="typo"))
        mine.notes.put(note)
        assert mine.plans.get() == Plan("me")
        assert list(mine.plans.everything()) == []
        mine.plans.put(replace(plan, minutes=10))
        mine.plans.put(plan)
    with store.reading("me") as mine:
        assert mine.notes.get(CARD.id) == note
        assert list(mine.notes.everything()) == [note]
        assert replace(mine, learner="you").notes.get(CARD.id) is None
        assert mine.plans.get() == plan
        assert list(mine.plans.everything()) == [plan]
    with store.writing("me") as mine:
        mine.notes.put(replace(note, text=""))
        assert mine.notes.get(CARD.id) is None


def test_a_session_comes_back_step_by_step(store: Store) -> None:
    one, two = Entry(CARD, 7, 4), Entry(OTHER, 2**31, 0)
    begun = Session("me", "", NOW, (one, two)).answered(Given((2, 0), "3/4"))
    onward = begun.passed(How.RATED, "r001", again=replace(one, again=True, seed=8))
    with store.writing("me") as mine:
        for session in (begun, onward):
            mine.review_sessions.put(session)
            assert mine.review_sessions.get("") == session
        assert mine.review_sessions.get("k-means") is None
        assert onward.undone() == begun
        mine.db.exec_driver_sql("UPDATE sessions SET state = '{}'")
        assert mine.review_sessions.get("") is None, "an unreadable session is begun again"
        mine.review_sessions.remove("")


QUESTIONS: dict[str, Callable[[Transaction], object]] = {
    "standing": lambda mine: mine.memories.get("x"),
    "memories": lambda mine: mine.memories.known(),
    "suspended": lambda mine: list(mine.memories.suspended()),
    "leeches": lambda mine: mine.memories.leeches(),
    "some": lambda mine: mine.memories.of_items(["x"]),
    "last review": lambda mine: mine.reviews.last_of("x"),
    "review": lambda mine: mine.reviews.get("r1"),
    "days": lambda mine: mine.reviews.days(),
    "bins": lambda mine: mine.reviews.by_bin(),
    "pace": lambda mine: mine.reviews.pace(),
    "note": lambda mine: mine.notes.get("x"),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_from_an_index(store: Store, ask: Callable[[Transaction], object]) -> None:
    asked: list[tuple[str, Any]] = []
    with store.reading("me") as mine:

        def listen(_db: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            asked.append((statement, parameters))

        event.listen(mine.db, "before_cursor_execute", listen)
        ask(mine)
        event.remove(mine.db, "before_cursor_execute", listen)
        explained = [mine.db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).fetchall() for sql, given in asked]
    steps = [str(row[3]) for plan in explained for row in plan]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
    assert not [sql for sql, _ in asked if "FROM reviews" in sql and "LIMIT" not in sql and "id =" not in sql]
