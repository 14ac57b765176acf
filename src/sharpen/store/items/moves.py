"""What each learner moved on the calendar, in the database."""

from collections.abc import Iterator

from sqlalchemy import delete, select

from sharpen.domain.move import Move
from sharpen.store.repository import Repository
from sharpen.store.tables import moves
from sharpen.store.upsert import upsert


class Moves(Repository):
    """The moves of one learner: one at most of each thing to do."""

    def put(self, *these: Move) -> None:
        """Keep moves, in place of those of the same things."""
        upsert(self.db, moves, *({**vars(move), "learner": self.learner} for move in these))

    def remove(self, kind: str, id_: str) -> None:
        """Take a move back; nothing happens where there is none."""
        mine = (moves.c.learner == self.learner, moves.c.kind == kind, moves.c.id == id_)
        self.db.execute(delete(moves).where(*mine))

    def everything(self) -> Iterator[Move]:
        """All of them, the last one first."""
        query = select(moves).where(moves.c.learner == self.learner).order_by(moves.c.updated.desc())
        return (Move(**row._mapping) for row in self.db.execute(query))
