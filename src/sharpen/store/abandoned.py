"""Work that died with its process: rows that say it goes on, and name a process that does not run any more."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, Connection, Table, and_, select, update

from sharpen.store.process_names import is_alive


@dataclass(frozen=True)
class Ongoing:
    """How a table says that work goes on, by which process, and what it says of work that was interrupted."""

    table: Table
    process: Column[str]
    going: StrEnum
    interrupted: StrEnum

    def abandoned(self, db: Connection) -> list[tuple[str, str, str]]:
        """Work, of any learner, that died with its process: (learner, id, process)."""
        at = self.table.c
        rows = db.execute(select(at.learner, at.id, self.process).where(at.state == self.going)).all()
        alive = {process: is_alive(process) for process in {process for _, _, process in rows}}
        return [(learner, key, process) for learner, key, process in rows if not alive[process]]

    def interrupt(self, db: Connection, found: Iterable[tuple[str, str, str]]) -> None:
        """Mark abandoned work interrupted, unless someone took it up again meanwhile."""
        at = self.table.c
        for learner, key, process in found:
            same = and_(at.learner == learner, at.id == key, at.state == self.going, self.process == process)
            db.execute(update(self.table).where(same).values(state=self.interrupted))
