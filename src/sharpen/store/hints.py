"""Hints and solutions shown, in the database, each with the time it was last shown."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from sharpen.domain.hint import Reveal
from sharpen.store.tables import hints


def get(db: Connection, learner: str, problem: str, number: int) -> Reveal | None:
    """When this hint (or SOLUTION) was shown; None if it never was."""
    row = db.execute(select(hints).where(_of(learner, problem), hints.c.number == number)).first()
    return Reveal(*row) if row else None


def put(db: Connection, reveal: Reveal) -> None:
    """Record that something was shown, in place of what was recorded of it."""
    this = and_(_of(reveal.learner, reveal.problem), hints.c.number == reveal.number)
    if db.execute(update(hints).where(this).values(shown=reveal.shown)).rowcount == 0:
        db.execute(insert(hints).values(vars(reveal)))


def of_problem(db: Connection, learner: str, problem: str) -> list[Reveal]:
    """Everything that was shown of a problem."""
    return [Reveal(*row) for row in db.execute(select(hints).where(_of(learner, problem)))]


def everything(db: Connection, learner: str) -> Iterator[Reveal]:
    """Everything that was shown, by problem and number."""
    query = select(hints).where(hints.c.learner == learner).order_by(hints.c.problem, hints.c.number)
    return (Reveal(*row) for row in db.execute(query))


def _of(learner: str, problem: str) -> Any:
    return and_(hints.c.learner == learner, hints.c.problem == problem)
