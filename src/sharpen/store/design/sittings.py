"""Sittings in the database: one row each, its texts and what was asked as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select

from sharpen.domain.sitting import Asked, Sitting, SittingSummary
from sharpen.store.passages import read_aside, read_passages, written, written_aside, written_passages
from sharpen.store.repository import Repository
from sharpen.store.tables import sittings
from sharpen.store.upsert import upsert

SHORT = [sittings.c[name] for name in ("id", "case", "started", "updated", "finished", "seconds", "ticks", "deleted")]


class Sittings(Repository):
    """The sittings of one learner."""

    def get(self, sitting_id: str) -> Sitting | None:
        """One sitting; None if there is none."""
        mine = and_(sittings.c.learner == self.learner, sittings.c.id == sitting_id)
        row = self.db.execute(select(sittings).where(mine)).first()
        return _sitting(row) if row else None

    def put(self, *these: Sitting) -> None:
        """Keep sittings, each in place of the one with its id."""
        upsert(self.db, sittings, *(_columns(each, self.learner) for each in these))

    def summaries(self, case: str | None = None) -> list[SittingSummary]:
        """The sittings of a case, or all, without their texts; the latest first, and none that is deleted."""
        return [each for each in self._summaries(case) if not each.deleted]

    def deleted(self, case: str) -> list[SittingSummary]:
        """The deleted sittings of a case, the latest first."""
        return [each for each in self._summaries(case) if each.deleted]

    def _summaries(self, case: str | None) -> list[SittingSummary]:
        mine = sittings.c.learner == self.learner
        query = select(*SHORT).where(mine if case is None else and_(mine, sittings.c.case == case))
        rows = self.db.execute(query.order_by(sittings.c.id.desc()))
        return [SittingSummary(**{**row._mapping, "ticks": json.loads(row.ticks)}) for row in rows]

    def everything(self) -> Iterator[Sitting]:
        """Every sitting, the latest first."""
        query = select(sittings).where(sittings.c.learner == self.learner).order_by(sittings.c.id.desc())
        return (_sitting(row) for row in self.db.execute(query))

    def stamps(self) -> dict[str, datetime]:
        """When each sitting was last changed, by id."""
        query = select(sittings.c.id, sittings.c.updated).where(sittings.c.learner == self.learner)
        return {row.id: row.updated for row in self.db.execute(query)}


def _columns(sitting: Sitting, learner: str) -> dict[str, Any]:
    return {
        **vars(sitting),
        "learner": learner,
        "ticks": written(dict(sitting.ticks)),
        "asked": written([asdict(one) for one in sitting.asked]),
        "passages": written_passages(sitting.passages),
        "aside": written_aside(sitting.aside),
    }


def _sitting(row: Row[Any]) -> Sitting:
    return Sitting(
        **{
            **row._mapping,
            "ticks": json.loads(row.ticks),
            "asked": tuple(Asked(**one) for one in json.loads(row.asked)),
            "passages": read_passages(row.passages),
            "aside": read_aside(row.aside),
        }
    )
