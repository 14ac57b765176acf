"""How ready each learner was, day by day, in the database."""

import json
from collections.abc import Iterator
from datetime import date as Date

from sqlalchemy import ColumnElement, and_, select, true

from sharpen.domain.readiness import ReadinessDay
from sharpen.store.repository import Repository
from sharpen.store.tables import readiness_days
from sharpen.store.upsert import upsert


class ReadinessDays(Repository):
    """The days of one learner on which readiness was kept."""

    def put(self, *these: ReadinessDay) -> None:
        """Keep days, in place of what was kept of them before."""
        rows = ({**vars(day), "learner": self.learner, "rounds": json.dumps(dict(day.rounds))} for day in these)
        upsert(self.db, readiness_days, *rows)

    def everything(self) -> Iterator[ReadinessDay]:
        """All of them, the first day first."""
        return self._days(true())

    def since(self, day: Date) -> list[ReadinessDay]:
        """Those from a day on, the first day first."""
        return list(self._days(readiness_days.c.day >= day))

    def _days(self, where: ColumnElement[bool]) -> Iterator[ReadinessDay]:
        mine = and_(readiness_days.c.learner == self.learner, where)
        query = select(readiness_days).where(mine).order_by(readiness_days.c.day)
        return (ReadinessDay(**{**row._mapping, "rounds": json.loads(row.rounds)}) for row in self.db.execute(query))
