"""Earlier versions of drafts in the database, so many for each problem."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, and_, delete, func, select

from sharpen.domain.draft import MOST_CHARACTERS, MOST_VERSIONS, Aside, DraftVersion
from sharpen.store.repository import Repository
from sharpen.store.tables import draft_versions
from sharpen.store.upsert import upsert

NEWEST = (draft_versions.c.number.desc(), draft_versions.c.id.desc())


class DraftVersions(Repository):
    """The earlier versions of one learner's drafts."""

    def get(self, problem: str, version: str) -> DraftVersion | None:
        """One version of the draft of a problem; None if it is not kept."""
        row = self.db.execute(select(draft_versions).where(self._of(problem), draft_versions.c.id == version)).first()
        return _version(row) if row else None

    def of_problem(self, problem: str, limit: int = MOST_VERSIONS) -> list[DraftVersion]:
        """The versions of the draft of a problem, the one put aside last first."""
        query = select(draft_versions).where(self._of(problem)).order_by(*NEWEST).limit(limit)
        return [_version(row) for row in self.db.execute(query)]

    def everything(self) -> Iterator[DraftVersion]:
        """Every version, by problem, in the order they were put aside."""
        order = draft_versions.c.problem, draft_versions.c.number, draft_versions.c.id
        query = select(draft_versions).where(draft_versions.c.learner == self.learner).order_by(*order)
        return (_version(row) for row in self.db.execute(query))

    def put(self, *these: DraftVersion) -> None:
        """Keep versions, and forget what is beyond MOST_VERSIONS or MOST_CHARACTERS of a problem, the oldest first."""
        upsert(self.db, draft_versions, *(self._row(each) for each in these))
        for problem in {each.problem for each in these}:
            self._thin(problem)

    def remove(self, problem: str, version: str) -> None:
        """Forget a version; nothing if there is none."""
        self.db.execute(delete(draft_versions).where(self._of(problem), draft_versions.c.id == version))

    def _thin(self, problem: str) -> None:
        size = func.length(draft_versions.c.source) + func.length(draft_versions.c.cases)
        query = select(draft_versions.c.id, size.label("size")).where(self._of(problem)).order_by(*NEWEST)
        total = 0
        for place, row in enumerate(self.db.execute(query).all()):
            total += row.size
            if place and (place >= MOST_VERSIONS or total > MOST_CHARACTERS):
                self.remove(problem, row.id)

    def _of(self, problem: str) -> Any:
        return and_(draft_versions.c.learner == self.learner, draft_versions.c.problem == problem)

    def _row(self, version: DraftVersion) -> dict[str, Any]:
        """The columns of a version. Its trials stand in `cases`, as those of a draft do."""
        row = {**vars(version), "learner": self.learner}
        return row | {"cases": json.dumps(row.pop("trials"))}


def _version(row: Row[Any]) -> DraftVersion:
    known = dict(row._mapping)
    trials = tuple(json.loads(known.pop("cases")))
    return DraftVersion(**{**known, "trials": trials, "why": Aside(row.why)})
