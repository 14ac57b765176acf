"""Mocks in the database: one row each, its rounds with what was asked in them as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, or_, select

from sharpen.domain.loop import What
from sharpen.domain.mock import Mock, MockRound, MockTask, Pause
from sharpen.store.passages import moment, written
from sharpen.store.repository import Repository
from sharpen.store.tables import mocks
from sharpen.store.upsert import upsert


class Mocks(Repository):
    """The mock loops of one learner."""

    def get(self, mock_id: str) -> Mock | None:
        """One mock; None if there is none."""
        row = self.db.execute(select(mocks).where(self._mine, mocks.c.id == mock_id)).first()
        return _mock(row) if row else None

    def put(self, *these: Mock) -> None:
        """Keep mocks, each in place of the one with its id."""
        upsert(self.db, mocks, *(_columns(each, self.learner) for each in these))

    def open_one(self) -> Mock | None:
        """The mock that goes on, the latest if a backup brought others; None if none does."""
        goes_on = and_(self._mine, mocks.c.finished.is_(None), mocks.c.abandoned.is_(None))
        row = self.db.execute(select(mocks).where(goes_on).order_by(mocks.c.id.desc()).limit(1)).first()
        return _mock(row) if row else None

    def last_finished(self) -> Mock | None:
        """The mock that was finished last; None before any was."""
        over = and_(self._mine, mocks.c.finished.is_not(None))
        row = self.db.execute(select(mocks).where(over).order_by(mocks.c.finished.desc()).limit(1)).first()
        return _mock(row) if row else None

    def last_of_loops(self) -> dict[str, datetime]:
        """When a mock of each loop was finished last, by the id of the loop; those without one are left out."""
        over = and_(self._mine, mocks.c.finished.is_not(None))
        query = select(mocks.c.loop, func.max(mocks.c.finished).label("last")).where(over).group_by(mocks.c.loop)
        return {row.loop: row.last for row in self.db.execute(query)}

    def everything(self) -> Iterator[Mock]:
        """Every mock, the latest first."""
        return (_mock(row) for row in self.db.execute(select(mocks).where(self._mine).order_by(mocks.c.id.desc())))

    def past(self, limit: int | None = None) -> list[Mock]:
        """The mocks that are over, the latest first, or so many of them."""
        query = select(mocks).where(self._mine, or_(mocks.c.finished.is_not(None), mocks.c.abandoned.is_not(None)))
        return [_mock(row) for row in self.db.execute(query.order_by(mocks.c.id.desc()).limit(limit))]

    def stamps(self) -> dict[str, datetime]:
        """When each mock was last changed, by id."""
        return {row.id: row.updated for row in self.db.execute(select(mocks.c.id, mocks.c.updated).where(self._mine))}

    @property
    def _mine(self) -> Any:
        return mocks.c.learner == self.learner


def _columns(mock: Mock, learner: str) -> dict[str, Any]:
    return {
        **vars(mock),
        "learner": learner,
        "weak": written(list(mock.weak)),
        "pauses": written([_plain(asdict(pause)) for pause in mock.pauses]),
        "rounds": written([_plain(asdict(round_)) for round_ in mock.rounds]),
    }


def _plain(value: Any) -> Any:
    """A value of a noun as JSON has it."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _mock(row: Row[Any]) -> Mock:
    return Mock(
        **{
            **row._mapping,
            "weak": tuple(json.loads(row.weak)),
            "pauses": tuple(Pause(**_times(one, "began", "ended")) for one in json.loads(row.pauses)),
            "rounds": tuple(map(_round, json.loads(row.rounds))),
        }
    )


def _round(plain: dict[str, Any]) -> MockRound:
    known = _times(plain, "started", "ended")
    return MockRound(**{**known, "what": What(plain["what"]), "tasks": tuple(map(_task, plain["tasks"]))})


def _task(plain: dict[str, Any]) -> MockTask:
    ticked = plain["ticked"]
    known = {**_times(plain, "answered"), "places": tuple(plain["places"])}
    return MockTask(**{**known, "ticked": None if ticked is None else tuple(ticked)})


def _times(plain: dict[str, Any], *names: str) -> dict[str, Any]:
    return {**plain, **{name: datetime.fromisoformat(plain[name]) for name in names if plain[name]}}
