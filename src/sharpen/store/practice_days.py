"""On which days a learner practiced in whatever way leaves a row of its own, beside the reviews."""

from collections.abc import Sequence
from datetime import date as Date

from sqlalchemy import union_all

from sharpen.store.repository import Repository
from sharpen.store.tables import attempts, dives, lab_runs, sittings, tellings
from sharpen.store.written_times import by_day, written

BEGUN = (attempts.c.created, sittings.c.started, dives.c.started, tellings.c.at, lab_runs.c.started)
"""When each was begun."""


class PracticeDays(Repository):
    """The days of practice on which one learner began something."""

    def among(self, days: Sequence[Date]) -> set[Date]:
        """Those of some days, the earliest first and without a gap, on which something was begun."""
        query = union_all(*(written(at, self.learner, days) for at in BEGUN))
        return set(by_day(self.db.execute(query).scalars().all(), days))
