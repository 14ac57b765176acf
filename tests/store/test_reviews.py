"""Memories, reviews, notes, plans and sessions come back as they were kept; sums follow every review."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import Plan, day_of
from sharpen.domain.review import Item, ItemKind, Note, Review, Standing
from sharpen.domain.session import Entry, Given, How, Session
from sharpen.store import Store, memories, notes, plans, review_sessions, reviews

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
    with store.writing() as db:
        memories.put(db, whole)
        memories.add(db, [unmet])
        memories.put(db, replace(whole, learner="you", suspended=False))
    with store.reading() as db:
        assert memories.get(db, "me", CARD.id) == whole
        assert memories.get(db, "me", OTHER.id) == unmet
        assert memories.get(db, "me", "nothing") is None
        assert list(memories.everything(db, "me")) == [whole, unmet]
        assert list(memories.suspended(db, "you")) == []
        assert memories.of_items(db, "me", [CARD.id, "nothing"]) == {CARD.id: whole}
        row = memories.rows(db, "you")[0]
        assert (row.item, row.stability, row.suspended, memories.count(db, "you")) == (CARD.id, 3.25, False, 1)
        assert row.last == round(NOW.timestamp() * 1e6)
    with store.writing() as db:
        memories.put(db, replace(unmet, suspended=False))
    with store.reading() as db:
        assert memories.get(db, "me", OTHER.id) is None, "what says nothing is not kept"


def test_leeches_are_those_with_eight_lapses(store: Store) -> None:
    with store.writing() as db:
        for lapses in (7, 8, 12):
            item = replace(CARD, id=f"k-means/{lapses}")
            memories.put(db, Standing("me", item, replace(MEMORY, lapses=lapses)))
    with store.reading() as db:
        assert [standing.item.id for standing in memories.leeches(db, "me")] == ["k-means/12", "k-means/8"]


def test_sums_follow_reviews_in_and_out(store: Store) -> None:
    before = replace(MEMORY, last=NOW - timedelta(days=1))
    kept = [
        review(0),
        review(1, recall=0.93, before=before, rating=Rating.AGAIN),
        review(2, recall=0.91, before=before),
        review(3, recall=0.99, before=replace(MEMORY, last=NOW + timedelta(days=2, hours=23)), rating=Rating.AGAIN),
        review(3, id="r9", recall=1.0, before=before, item=OTHER, seed=2**40),
    ]
    with store.writing() as db:
        for each in kept[:2]:
            reviews.add(db, each)
        reviews.add_many(db, "me", kept[2:])
    with store.reading() as db:
        assert list(reviews.everything(db, "me")) == kept
        assert reviews.last_of(db, "me", CARD.id) == kept[3]
        assert reviews.last_of(db, "you", CARD.id) is None
        assert reviews.ids(db, "me") == {"r000", "r001", "r002", "r003", "r9"}
        assert reviews.days(db, "me") == [
            (day_of(NOW) + timedelta(days=n), count, met, 8.5 * count)
            for n, count, met in [(0, 1, 1), (1, 1, 0), (2, 1, 0), (3, 2, 0)]
        ]
        assert reviews.since(db, "me", NOW) == (1, 5 * 8.5)
        assert reviews.since(db, "me", NOW + timedelta(hours=1)) == (0, 4 * 8.5)
        assert reviews.since(db, "me", NOW + timedelta(days=9)) == (0, 0)
        assert reviews.by_bin(db, "me") == {18: (2, 1, pytest.approx(1.84)), 19: (1, 1, pytest.approx(1.0))}
        assert reviews.by_topic(db, "me") == {"k-means": (3, 2)}
        assert reviews.pace(db, "me") == {ItemKind.CHOICE: (4, 34.0), ItemKind.NUMERIC: (1, 8.5)}
    with store.writing() as db:
        for each in reversed(kept):
            assert reviews.remove(db, "me", each.id) == each
        assert reviews.remove(db, "me", "r000") is None
        assert reviews.days(db, "me") == []
        assert reviews.by_bin(db, "me") == reviews.by_topic(db, "me") == reviews.pace(db, "me") == {}


def test_notes_and_plans(store: Store) -> None:
    note = Note("me", CARD.id, "the second option is right too", NOW)
    plan = Plan("me", date(2026, 12, 24), 45, 0.85, 20, (0.2, 1.3), NOW)
    with store.writing() as db:
        notes.put(db, replace(note, text="typo"))
        notes.put(db, note)
        assert plans.get(db, "me") == Plan("me")
        plans.put(db, replace(plan, minutes=10))
        plans.put(db, plan)
    with store.reading() as db:
        assert notes.get(db, "me", CARD.id) == note
        assert list(notes.everything(db, "me")) == [note]
        assert notes.get(db, "you", CARD.id) is None
        assert plans.get(db, "me") == plan
    with store.writing() as db:
        notes.put(db, replace(note, text=""))
        assert notes.get(db, "me", CARD.id) is None


def test_a_session_comes_back_step_by_step(store: Store) -> None:
    one, two = Entry(CARD, 7, 4), Entry(OTHER, 2**31, 0)
    begun = Session("me", "", NOW, (one, two)).answered(Given((2, 0), "3/4"))
    onward = begun.passed(How.RATED, "r001", again=replace(one, again=True, seed=8))
    with store.writing() as db:
        for session in (begun, onward):
            review_sessions.put(db, session)
            assert review_sessions.get(db, "me", "") == session
        assert review_sessions.get(db, "me", "k-means") is None
        assert onward.undone() == begun
        db.exec_driver_sql("UPDATE sessions SET state = '{}'")
        assert review_sessions.get(db, "me", "") is None, "an unreadable session is begun anew"
        review_sessions.remove(db, "me", "")


QUESTIONS: dict[str, Callable[[Connection], object]] = {
    "standing": lambda db: memories.get(db, "me", "x"),
    "memories": lambda db: memories.rows(db, "me"),
    "suspended": lambda db: list(memories.suspended(db, "me")),
    "leeches": lambda db: memories.leeches(db, "me"),
    "some": lambda db: memories.of_items(db, "me", ["x"]),
    "last review": lambda db: reviews.last_of(db, "me", "x"),
    "review": lambda db: reviews.get(db, "me", "r1"),
    "days": lambda db: reviews.days(db, "me"),
    "bins": lambda db: reviews.by_bin(db, "me"),
    "pace": lambda db: reviews.pace(db, "me"),
    "note": lambda db: notes.get(db, "me", "x"),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_from_an_index(store: Store, ask: Callable[[Connection], object]) -> None:
    asked: list[tuple[str, Any]] = []
    with store.reading() as db:

        def listen(_db: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            asked.append((statement, parameters))

        event.listen(db, "before_cursor_execute", listen)
        ask(db)
        event.remove(db, "before_cursor_execute", listen)
        explained = [db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).fetchall() for sql, given in asked]
    steps = [str(row[3]) for plan in explained for row in plan]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
    assert not [sql for sql, _ in asked if "FROM reviews" in sql and "LIMIT" not in sql and "id =" not in sql]
