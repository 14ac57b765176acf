"""No question about attempts reads the whole table: each is answered from an index, however long the history."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from sharpen.store import Store, attempts

QUESTIONS: dict[str, Callable[[Connection], object]] = {
    "standings": lambda db: attempts.standings(db, "me"),
    "of a problem": lambda db: attempts.of_problem(db, "me", "k-means", 100),
    "recent": lambda db: attempts.recent(db, "me", 50),
    "one": lambda db: attempts.get(db, "me", "a1"),
    "accepted": lambda db: attempts.is_accepted(db, "me", "k-means"),
    "count of a problem": lambda db: attempts.count(db, "me", "k-means"),
    "count": lambda db: attempts.count(db, "me"),
    "abandoned": lambda db: attempts.abandoned(db),
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
        plans = [db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).fetchall() for sql, given in asked]
    steps = [str(row[3]) for plan in plans for row in plan]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN attempts") and "INDEX" not in step]
