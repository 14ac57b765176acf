"""Hints and solutions shown, in the database, each with the time it was last shown."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_, select

from sharpen.domain.hint import Reveal
from sharpen.store.repository import Repository
from sharpen.store.tables import hints
from sharpen.store.upsert import upsert


class Hints(Repository):
    """What one learner was shown."""

    def get(self, problem: str, number: int) -> Reveal | None:
        """When this hint (or SOLUTION) was shown; None if it never was."""
        row = self.db.execute(select(hints).where(_of(self.learner, problem), hints.c.number == number)).first()
        return Reveal(*row) if row else None

    def put(self, *reveals: Reveal) -> None:
        """Record that something was shown, in place of what was recorded of it."""
        upsert(self.db, hints, *({**vars(reveal), "learner": self.learner} for reveal in reveals))

    def of_problem(self, problem: str) -> list[Reveal]:
        """Everything that was shown of a problem."""
        return [Reveal(*row) for row in self.db.execute(select(hints).where(_of(self.learner, problem)))]

    def everything(self) -> Iterator[Reveal]:
        """Everything that was shown, by problem and number."""
        query = select(hints).where(hints.c.learner == self.learner).order_by(hints.c.problem, hints.c.number)
        return (Reveal(*row) for row in self.db.execute(query))


def _of(learner: str, problem: str) -> Any:
    return and_(hints.c.learner == learner, hints.c.problem == problem)
