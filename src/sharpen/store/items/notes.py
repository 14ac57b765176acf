"""Notes on items in the database."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_, delete, select

from sharpen.domain.note import Note
from sharpen.store.repository import Repository
from sharpen.store.tables import notes
from sharpen.store.upsert import upsert


class Notes(Repository):
    """The notes of one learner."""

    def get(self, item: str) -> Note | None:
        """The note on an item; None if there is none."""
        row = self.db.execute(select(notes).where(_is(self.learner, item))).first()
        return Note(row.learner, row.item, row.text, row.updated) if row else None

    def put(self, *these: Note) -> None:
        """Keep notes, each in place of the one that was there; an empty one is forgotten."""
        upsert(self.db, notes, *({**vars(note), "learner": self.learner} for note in these if note.text))
        for note in these:
            if not note.text:
                self.db.execute(delete(notes).where(_is(self.learner, note.item)))

    def everything(self) -> Iterator[Note]:
        """Every note, the newest first."""
        query = select(notes).where(notes.c.learner == self.learner).order_by(notes.c.updated.desc(), notes.c.item)
        return (Note(row.learner, row.item, row.text, row.updated) for row in self.db.execute(query))


def _is(learner: str, item: str) -> Any:
    return and_(notes.c.learner == learner, notes.c.item == item)
