"""Earlier versions of projects in the database, so many for each."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, and_, delete, func, select

from sharpen.domain.project import MOST_CHARACTERS, MOST_VERSIONS, ProjectVersion, VersionSummary, Why
from sharpen.store.repository import Repository
from sharpen.store.tables import project_versions
from sharpen.store.upsert import upsert

NEWEST = (project_versions.c.number.desc(), project_versions.c.id.desc())
SHORT = [project_versions.c[name] for name in ("id", "number", "kept", "why", "name", "characters")]


class ProjectVersions(Repository):
    """The earlier versions of one learner's projects."""

    def get(self, project: str, version: str) -> ProjectVersion | None:
        """One version of a project; None if it is not kept."""
        mine = and_(self._of(project), project_versions.c.id == version)
        row = self.db.execute(select(project_versions).where(mine)).first()
        return _version(row) if row else None

    def of_project(self, project: str, limit: int = MOST_VERSIONS, offset: int = 0) -> list[VersionSummary]:
        """The versions of a project without their texts, the one put aside last first."""
        query = select(*SHORT).where(self._of(project)).order_by(*NEWEST).limit(limit).offset(offset)
        return [VersionSummary(**{**row._mapping, "why": Why(row.why)}) for row in self.db.execute(query)]

    def count(self, project: str) -> int:
        """How many versions of a project are kept."""
        return self.db.execute(select(func.count()).where(self._of(project))).scalar_one()

    def everything(self) -> Iterator[ProjectVersion]:
        """Every version, by project, in the order they were put aside."""
        order = project_versions.c.project, project_versions.c.number, project_versions.c.id
        query = select(project_versions).where(project_versions.c.learner == self.learner).order_by(*order)
        return map(_version, self.db.execute(query))

    def ids(self) -> list[tuple[str, str]]:
        """The project and the id of every version."""
        columns = project_versions.c.project, project_versions.c.id
        rows = self.db.execute(select(*columns).where(project_versions.c.learner == self.learner))
        return [(row.project, row.id) for row in rows]

    def put(self, *these: ProjectVersion) -> None:
        """Keep versions, and forget what is beyond MOST_VERSIONS or MOST_CHARACTERS of a project, the oldest first."""
        upsert(self.db, project_versions, *(self._row(each) for each in these))
        for project in {each.project for each in these}:
            self._thin(project)

    def remove_all(self, project: str) -> None:
        """Forget the versions of a project."""
        self.db.execute(delete(project_versions).where(self._of(project)))

    def _thin(self, project: str) -> None:
        total = 0
        for place, version in enumerate(self.of_project(project, -1)):
            total += version.characters
            if place and (place >= MOST_VERSIONS or total > MOST_CHARACTERS):
                mine = and_(self._of(project), project_versions.c.id == version.id)
                self.db.execute(delete(project_versions).where(mine))

    def _of(self, project: str) -> Any:
        return and_(project_versions.c.learner == self.learner, project_versions.c.project == project)

    def _row(self, version: ProjectVersion) -> dict[str, Any]:
        texts = json.dumps(dict(version.texts), ensure_ascii=False)
        return {**vars(version), "learner": self.learner, "texts": texts, "characters": len(texts)}


def _version(row: Row[Any]) -> ProjectVersion:
    known = {name: value for name, value in row._mapping.items() if name != "characters"}
    return ProjectVersion(**{**known, "texts": json.loads(row.texts), "why": Why(row.why)})
