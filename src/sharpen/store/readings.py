"""Readings in the database: what a learner made of each, one row for it."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, and_, select

from sharpen.domain.passage import Passage
from sharpen.domain.reading import ReadingMark
from sharpen.store.passages import read_aside, written_aside
from sharpen.store.repository import Repository
from sharpen.store.tables import readings
from sharpen.store.upsert import upsert


class Readings(Repository):
    """The marks and notes of one learner."""

    def get(self, reading: str) -> ReadingMark | None:
        """What the learner made of a reading; None if nothing yet."""
        mine = and_(readings.c.learner == self.learner, readings.c.reading == reading)
        row = self.db.execute(select(readings).where(mine)).first()
        return _mark(row) if row else None

    def put(self, *these: ReadingMark) -> None:
        """Keep marks, each in place of the one of its reading."""
        upsert(self.db, readings, *(_columns(each, self.learner) for each in these))

    def everything(self) -> Iterator[ReadingMark]:
        """Every mark, by reading."""
        query = select(readings).where(readings.c.learner == self.learner).order_by(readings.c.reading)
        return (_mark(row) for row in self.db.execute(query))

    def read(self) -> set[str]:
        """The readings that are marked read."""
        mine = and_(readings.c.learner == self.learner, readings.c.read)
        return set(self.db.execute(select(readings.c.reading).where(mine)).scalars())


def _columns(mark: ReadingMark, learner: str) -> dict[str, Any]:
    return {
        **vars(mark),
        "learner": learner,
        "note": mark.note.text,
        "lineage": json.dumps(mark.note.lineage),
        "aside": written_aside(mark.aside),
    }


def _mark(row: Row[Any]) -> ReadingMark:
    columns = {name: value for name, value in row._mapping.items() if name != "lineage"}
    return ReadingMark(
        **{**columns, "note": Passage(row.note, tuple(json.loads(row.lineage))), "aside": read_aside(row.aside)}
    )
