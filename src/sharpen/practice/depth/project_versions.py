"""Earlier versions of a project: which are put aside, and finding one again."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sharpen.domain.draft import APART, vanishes
from sharpen.domain.project import Project, ProjectVersion, Why, version_of
from sharpen.practice.errors import NoSuchProjectVersion
from sharpen.practice.work import Work

if TYPE_CHECKING:
    from sharpen.store.depth.project_versions import ProjectVersions


def find(work: Work, project_id: str, version: str) -> ProjectVersion:
    """One version of a project. Raises NoSuchProjectVersion."""
    found = work.project_versions.get(project_id, version)
    if found is None:
        raise NoSuchProjectVersion(version)
    return found


def put_aside(versions: "ProjectVersions", project: Project, why: Why) -> None:
    """Keep a project as it is, if anything is written in it."""
    if not project.texts:
        return
    last = next(iter(versions.of_project(project.id, 1)), None)
    new = version_of(project, last.number + 1 if last else 1, datetime.now(UTC), why)
    if last is None or last.id != new.id:
        versions.put(new)


def put_aside_in_time(work: Work, before: Project, after: Project) -> None:
    """Keep what typing goes on from: when most of a field goes at once, and else once in a while."""
    if before.texts == after.texts:
        return
    last = next(iter(work.project_versions.of_project(before.id, 1)), None)
    # A clock that was set back must not stop this, hence the absolute value.
    due = last is None or abs(datetime.now(UTC) - last.kept) >= APART
    if due or any(vanishes(text, after.text(name)) for name, text in before.texts.items()):
        put_aside(work.project_versions, before, Why.TYPED)
