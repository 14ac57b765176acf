"""Projects in the database: one row each, its texts as JSON."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, select

from sharpen.domain.project import Project
from sharpen.store.passages import read_aside, read_passages, written, written_aside, written_passages
from sharpen.store.repository import Repository
from sharpen.store.tables import projects
from sharpen.store.upsert import upsert


class Projects(Repository):
    """The projects of one learner, those that are deleted too."""

    def get(self, project_id: str) -> Project | None:
        """One project; None if there is none."""
        row = self.db.execute(select(projects).where(self._is(project_id))).first()
        return _project(row) if row else None

    def put(self, *these: Project) -> None:
        """Keep projects, each in place of the one with its id."""
        upsert(self.db, projects, *(_columns(each, self.learner) for each in these))

    def remove(self, project_id: str) -> None:
        """Forget a project; nothing if there is none."""
        self.db.execute(delete(projects).where(self._is(project_id)))

    def names(self) -> dict[str, str]:
        """The names of the projects that are not deleted, by id, the one written at last first."""
        mine = and_(projects.c.learner == self.learner, projects.c.deleted.is_(None))
        query = select(projects.c.id, projects.c.name).where(mine)
        ordered = query.order_by(projects.c.updated.desc(), projects.c.id.desc())
        return {row.id: row.name for row in self.db.execute(ordered)}

    def everything(self) -> Iterator[Project]:
        """Every project, the one written at last first."""
        query = select(projects).where(projects.c.learner == self.learner)
        return map(_project, self.db.execute(query.order_by(projects.c.updated.desc(), projects.c.id.desc())))

    def stamps(self) -> dict[str, datetime]:
        """When each project was last changed, by id."""
        query = select(projects.c.id, projects.c.updated).where(projects.c.learner == self.learner)
        return {row.id: row.updated for row in self.db.execute(query)}

    def _is(self, project_id: str) -> Any:
        return and_(projects.c.learner == self.learner, projects.c.id == project_id)


def _columns(project: Project, learner: str) -> dict[str, Any]:
    return {
        **vars(project),
        "learner": learner,
        "methods": written(dict(project.methods)),
        "passages": written_passages(project.passages),
        "aside": written_aside(project.aside),
    }


def _project(row: Row[Any]) -> Project:
    methods = json.loads(row.methods)
    return Project(
        **{**row._mapping, "methods": methods, "passages": read_passages(row.passages), "aside": read_aside(row.aside)}
    )
