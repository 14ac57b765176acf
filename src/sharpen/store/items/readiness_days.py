"""How ready each learner was, day by day, in the database."""

import json
from collections.abc import Iterator

from sqlalchemy import select

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
        query = select(readiness_days).where(readiness_days.c.learner == self.learner).order_by(readiness_days.c.day)
        return (ReadinessDay(**{**row._mapping, "rounds": json.loads(row.rounds)}) for row in self.db.execute(query))
