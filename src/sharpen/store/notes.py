"""Notes on items in the database."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from sharpen.domain.review import Note
from sharpen.store.tables import notes


def get(db: Connection, learner: str, item: str) -> Note | None:
    """The note on an item; None if there is none."""
    row = db.execute(select(notes).where(_is(learner, item))).first()
    return Note(row.learner, row.item, row.text, row.updated) if row else None


def put(db: Connection, note: Note) -> None:
    """Keep a note, in place of the one that was there; an empty one is forgotten."""
    if not note.text:
        db.execute(delete(notes).where(_is(note.learner, note.item)))
    elif db.execute(update(notes).where(_is(note.learner, note.item)).values(vars(note))).rowcount == 0:
        db.execute(insert(notes).values(vars(note)))


def everything(db: Connection, learner: str) -> Iterator[Note]:
    """Every note, the newest first."""
    query = select(notes).where(notes.c.learner == learner).order_by(notes.c.updated.desc(), notes.c.item)
    return (Note(row.learner, row.item, row.text, row.updated) for row in db.execute(query))


def _is(learner: str, item: str) -> Any:
    return and_(notes.c.learner == learner, notes.c.item == item)
