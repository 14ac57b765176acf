"""When a learner practiced in whatever way leaves a row of its own, beside the reviews."""

from datetime import datetime

from sqlalchemy import and_, select, union_all

from sharpen.store.repository import Repository
from sharpen.store.tables import attempts, dives, lab_runs, sittings, tellings

BEGUN = (attempts.c.created, sittings.c.started, dives.c.started, tellings.c.at, lab_runs.c.started)
"""When each was begun."""


class PracticeDays(Repository):
    """The times at which one learner began something."""

    def between(self, begin: datetime, end: datetime) -> list[datetime]:
        """Those from a time on, and before another, in no order."""
        parts = (select(at).where(and_(at.table.c.learner == self.learner, at >= begin, at < end)) for at in BEGUN)
        return list(self.db.execute(union_all(*parts)).scalars())
