"""The sheet in the database: problems solved elsewhere, and what the columns of imported ones are."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import and_, delete, select

from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import SheetRow, Went
from sharpen.store.columns import parts
from sharpen.store.repository import Repository
from sharpen.store.tables import sheet_columns, sheet_rows
from sharpen.store.upsert import upsert


class SheetRows(Repository):
    """The sheet of one learner."""

    def get(self, row_id: str) -> SheetRow | None:
        """One row; None if there is none."""
        return self._by_id.get(row_id)

    def put(self, *rows: SheetRow) -> None:
        """Keep rows, each in place of the one with its id."""
        self.__dict__.pop("_by_id", None)
        upsert(self.db, sheet_rows, *(_columns(row, self.learner) for row in rows))

    def everything(self) -> Iterator[SheetRow]:
        """Every row, the latest first: by day, then as they were written."""
        return iter(self._by_id.values())

    @cached_property
    def _by_id(self) -> dict[str, SheetRow]:
        """Every row, read once: the day's agenda asks for each, and a page counts them in several ways."""
        query = select(sheet_rows).where(sheet_rows.c.learner == self.learner)
        ordered = query.order_by(sheet_rows.c.day.is_(None), sheet_rows.c.day.desc(), sheet_rows.c.id.desc())
        return {row.id: _row(row._mapping) for row in self.db.execute(ordered)}

    def remove(self, ids: Iterable[str]) -> int:
        """Forget rows, and return how many there were."""
        self.__dict__.pop("_by_id", None)
        gone = 0
        for some in parts(ids):
            mine = and_(sheet_rows.c.learner == self.learner, sheet_rows.c.id.in_(some))
            gone += self.db.execute(delete(sheet_rows).where(mine)).rowcount
        return gone

    def columns(self) -> dict[str, str]:
        """What the learner said columns are: the field by heading, empty for one that is left out."""
        query = select(sheet_columns.c.heading, sheet_columns.c.field).where(sheet_columns.c.learner == self.learner)
        return {row.heading: row.field for row in self.db.execute(query)}

    def remember_columns(self, fields: Mapping[str, str]) -> None:
        """Keep what columns are, by heading."""
        rows = ({"learner": self.learner, "heading": heading, "field": field} for heading, field in fields.items())
        upsert(self.db, sheet_columns, *rows)


def _columns(row: SheetRow, learner: str) -> dict[str, Any]:
    return {**vars(row), "learner": learner, "patterns": json.dumps(row.patterns, ensure_ascii=False)}


def _row(row: Any) -> SheetRow:
    return SheetRow(
        **{
            **row,
            "difficulty": Difficulty(row["difficulty"]) if row["difficulty"] else None,
            "went": Went(row["went"]) if row["went"] else None,
            "patterns": tuple(json.loads(row["patterns"])),
        }
    )
