"""Dives in the database: one row each; how answers went apart from their words, which lists and maps do not read."""

import json
from collections.abc import Iterator
from dataclasses import astuple
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, select

from sharpen.domain.dive import Answer, Dive, DiveSummary, How
from sharpen.domain.ladder import Depth
from sharpen.store.passages import read_aside, read_passages, written, written_aside, written_passages
from sharpen.store.repository import Repository
from sharpen.store.tables import dives
from sharpen.store.upsert import upsert

SHORT = [dives.c[name] for name in ("id", "project", "minutes", "started", "updated", "finished", "seconds", "answers")]
DEPTHS = {depth.value: depth for depth in Depth}
HOWS: dict[str | None, How | None] = {None: None, **{how.value: how for how in How}}


class Dives(Repository):
    """The dives of one learner."""

    def get(self, dive_id: str) -> Dive | None:
        """One dive; None if there is none."""
        row = self.db.execute(select(dives).where(and_(self._mine, dives.c.id == dive_id))).first()
        return _dive(row) if row else None

    def put(self, *these: Dive) -> None:
        """Keep dives, each in place of the one with its id."""
        upsert(self.db, dives, *(_columns(each, self.learner) for each in these))

    def summaries(self, project: str) -> list[DiveSummary]:
        """The dives into a project without their texts, the latest first."""
        query = select(*SHORT).where(and_(self._mine, dives.c.project == project)).order_by(dives.c.id.desc())
        return [DiveSummary(**{**row._mapping, "answers": _answers(row.answers)}) for row in self.db.execute(query)]

    def times_since(self, since: datetime) -> list[tuple[datetime, float]]:
        """When each dive since a time began, and the seconds it took."""
        query = select(dives.c.started, dives.c.seconds).where(self._mine, dives.c.started >= since)
        return [(started, seconds) for started, seconds in self.db.execute(query)]

    def everything(self) -> Iterator[Dive]:
        """Every dive, the latest first."""
        return (_dive(row) for row in self.db.execute(select(dives).where(self._mine).order_by(dives.c.id.desc())))

    def stamps(self) -> dict[str, datetime]:
        """When each dive was last changed, by id."""
        query = select(dives.c.id, dives.c.updated).where(self._mine)
        return {row.id: row.updated for row in self.db.execute(query)}

    def remove_all(self, project: str) -> None:
        """Remove all dives into a project."""
        self.db.execute(delete(dives).where(and_(self._mine, dives.c.project == project)))

    @property
    def _mine(self) -> Any:
        return dives.c.learner == self.learner


def _columns(dive: Dive, learner: str) -> dict[str, Any]:
    return {
        **vars(dive),
        "learner": learner,
        "answers": written([astuple(answer) for answer in dive.answers]),
        "questions": written(dict(dive.questions)),
        "passages": written_passages(dive.passages),
        "aside": written_aside(dive.aside),
        "rated": written(dict(dive.rated)),
    }


def _answers(text: str) -> tuple[Answer, ...]:
    """Answers, each kept as the list of its fields: they are read by the thousand."""
    found = []
    for ladder, rung, depth, how, then, seconds, ticked, points, why in json.loads(text):
        ticks = None if ticked is None else tuple(ticked)
        found.append(Answer(ladder, rung, DEPTHS[depth], HOWS[how], HOWS[then], seconds, ticks, points, why))
    return tuple(found)


def _dive(row: Row[Any]) -> Dive:
    return Dive(
        **{
            **row._mapping,
            "answers": _answers(row.answers),
            "questions": json.loads(row.questions),
            "passages": read_passages(row.passages),
            "aside": read_aside(row.aside),
            "rated": json.loads(row.rated),
        }
    )
