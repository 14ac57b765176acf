"""Tellings in the database: each time a story was told."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Row, and_, delete, func, or_, select

from sharpen.domain.memory import Rating
from sharpen.domain.passage import Passage
from sharpen.domain.telling import Telling, Told
from sharpen.store.passages import read_aside, written_aside
from sharpen.store.repository import Repository
from sharpen.store.tables import tellings
from sharpen.store.upsert import upsert

HAPPENED = or_(tellings.c.seconds > 0, tellings.c.went.is_not(None))


class Tellings(Repository):
    """The tellings of one learner."""

    def get(self, telling_id: str) -> Telling | None:
        """One telling; None if there is none."""
        mine = and_(tellings.c.learner == self.learner, tellings.c.id == telling_id)
        row = self.db.execute(select(tellings).where(mine)).first()
        return _telling(row) if row else None

    def put(self, *these: Telling) -> None:
        """Keep tellings, each in place of the one with its id."""
        upsert(self.db, tellings, *(_columns(each, self.learner) for each in these))

    def remove_of(self, story: str) -> None:
        """Forget every telling of a story for good."""
        self.db.execute(delete(tellings).where(tellings.c.learner == self.learner, tellings.c.story == story))

    def last_of(self, story: str, most: int) -> list[Telling]:
        """The last tellings of a story, so many at most, the latest first."""
        mine = and_(tellings.c.learner == self.learner, tellings.c.story == story)
        newest = select(tellings).where(mine).order_by(tellings.c.at.desc(), tellings.c.id.desc()).limit(most)
        return [_telling(row) for row in self.db.execute(newest)]

    def by_story(self) -> dict[str, Told]:
        """How often each story was told, and when last; those never told are left out."""
        return self._told(tellings.c.story)

    def by_question(self) -> dict[str, Told]:
        """How often each question was answered, and when last; those that never were are left out."""
        return {question: told for question, told in self._told(tellings.c.question).items() if question}

    def _told(self, of: Column[str]) -> dict[str, Told]:
        query = select(of, func.count(), func.max(tellings.c.at)).where(tellings.c.learner == self.learner, HAPPENED)
        return {key: Told(times, last) for key, times, last in self.db.execute(query.group_by(of))}

    def times_since(self, since: datetime) -> list[tuple[datetime, float]]:
        """When each telling since a time began, and the seconds it took."""
        mine = and_(tellings.c.learner == self.learner, tellings.c.at >= since)
        return [(at, seconds) for at, seconds in self.db.execute(select(tellings.c.at, tellings.c.seconds).where(mine))]

    def everything(self) -> Iterator[Telling]:
        """Every telling, in the order they were begun."""
        query = select(tellings).where(tellings.c.learner == self.learner).order_by(tellings.c.id)
        return (_telling(row) for row in self.db.execute(query))

    def stories(self) -> dict[str, str]:
        """The story of each telling, by id."""
        query = select(tellings.c.id, tellings.c.story).where(tellings.c.learner == self.learner)
        return {row.id: row.story for row in self.db.execute(query)}

    def stamps(self) -> dict[str, datetime]:
        """When each telling was last changed, by id."""
        query = select(tellings.c.id, tellings.c.updated).where(tellings.c.learner == self.learner)
        return {row.id: row.updated for row in self.db.execute(query)}


def _columns(telling: Telling, learner: str) -> dict[str, Any]:
    return {
        **vars(telling),
        "learner": learner,
        "went": None if telling.went is None else int(telling.went),
        "note": telling.note.text,
        "lineage": json.dumps(telling.note.lineage),
        "aside": written_aside(telling.aside),
    }


def _telling(row: Row[Any]) -> Telling:
    return Telling(
        **{
            **{name: value for name, value in row._mapping.items() if name != "lineage"},
            "went": None if row.went is None else Rating(row.went),
            "note": Passage(row.note, tuple(json.loads(row.lineage))),
            "aside": read_aside(row.aside),
        }
    )
