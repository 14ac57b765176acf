"""No question about attempts reads the whole table: each is answered from an index, however long the history."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from sharpen.store import Store
from sharpen.store.solving import attempts
from sharpen.store.transaction import Transaction

QUESTIONS: dict[str, Callable[[Transaction], object]] = {
    "standings": lambda mine: mine.attempts.standings(),
    "of a problem": lambda mine: mine.attempts.of_problem("k-means", 100),
    "recent": lambda mine: mine.attempts.recent(50),
    "one": lambda mine: mine.attempts.get("a1"),
    "accepted": lambda mine: mine.attempts.is_accepted("k-means"),
    "count of a problem": lambda mine: mine.attempts.count("k-means"),
    "count": lambda mine: mine.attempts.count(),
    "abandoned": lambda mine: attempts.ONGOING.abandoned(mine.db),
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
        plans = [mine.db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).fetchall() for sql, given in asked]
    steps = [str(row[3]) for plan in plans for row in plan]
    assert steps
    assert not [step for step in steps if step.startswith("SCAN attempts") and "INDEX" not in step]
