"""Projects: a file about each, written field by field, its methods confirmed, and put away without being lost."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from sharpen.domain import passage
from sharpen.domain.draft import vanishes
from sharpen.domain.passage import Typed
from sharpen.domain.project import Project, Why
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.depth import project_versions
from sharpen.practice.errors import BadText, NoSuchProject, did_you_mean
from sharpen.practice.ids import new_edit, new_id
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

NOTHING: Mapping[str, str] = MappingProxyType({})


def find(work: Work, project_id: str) -> Project:
    """The project of this id. Raises NoSuchProject, also for one that is deleted."""
    project = work.projects.get(project_id)
    if project is None or project.deleted is not None:
        raise NoSuchProject(f"There is no project {project_id!r}.")
    return project


def named(work: Work, name: str) -> Project:
    """The project of this name, or of which it is the beginning, in upper or lower case, or of this id.

    Raises NoSuchProject, with the names that come close, or those that begin so.
    """
    known, wanted = work.projects.names(), name.casefold()
    same = [id_ for id_, each in known.items() if wanted in (id_, each.casefold())]
    found = same or [id_ for id_, each in known.items() if each.casefold().startswith(wanted)]
    if len(found) > 1:
        which = ", ".join(f"{known[id_]} ({id_})" for id_ in found)
        raise NoSuchProject(f"Several projects are called {name!r}, or begin so: {which}. Give the id of one.")
    if not found:
        raise NoSuchProject(f"There is no project called {name!r}.{did_you_mean(name, known.values())}")
    return find(work, found[0])


def mine(work: Work) -> list[Project]:
    """The projects that are not deleted, the one written at last first."""
    return [project for project in work.projects.everything() if project.deleted is None]


def deleted(work: Work) -> list[Project]:
    """The projects that are deleted and can be brought back, the one deleted last first."""
    gone = [(project.deleted, project) for project in work.projects.everything() if project.deleted is not None]
    return [project for _, project in sorted(gone, key=lambda pair: pair[0], reverse=True)]


def create(ws: Workspace, name: str, texts: Mapping[str, str] = NOTHING) -> Project:
    """Begin the file of a project, perhaps with texts of its fields.

    Raises BadText for a name or a text that cannot be kept, or a name that another project has.
    """
    with ws.writing() as work:
        now = datetime.now(UTC)
        project = Project(ws.learner, new_id(), _free_name(work, name), now, now)
        project = _with(project, _texts_of_fields(work, texts))
        work.projects.put(project)
    return project


def rename(ws: Workspace, project_id: str, name: str) -> Project:
    """Give a project another name. Raises BadText, NoSuchProject."""

    def renamed(work: Work, project: Project) -> Project:
        return replace(project, name=_free_name(work, name, project_id))

    return change(ws, project_id, renamed)


def save(ws: Workspace, project_id: str, *typed: Typed) -> Project:
    """Keep the texts of fields as they are now, unless others were typed meanwhile; the project then.

    A text that does not go on from the one in front is put aside, or, if it was chosen, the one in front is; an edit
    that the one in front holds is late, and is let go. What the project was before is kept as a version once in a
    while. Raises BadText, NoSuchProject.
    """

    def saved(work: Work, project: Project) -> Project:
        after = project
        for one in typed:
            after = _saved(work, after, one)
        project_versions.put_aside_in_time(work, project, after)
        return after

    return change(ws, project_id, saved)


def _saved(work: Work, project: Project, typed: Typed) -> Project:
    text = _texts_of_fields(work, {typed.name: typed.text})[typed.name]
    lost = vanishes(project.text(typed.name), text)
    return passage.with_typed(project, replace(typed, text=text), datetime.now(UTC), new_edit, loses=lost)


def restore(ws: Workspace, project_id: str, edit: str) -> Project:
    """Put a text that was put aside in front, and aside what is in front now. Raises NoSuchProject."""

    def restored(_work: Work, project: Project) -> Project:
        again = passage.with_restored(project, edit, datetime.now(UTC), new_edit)
        if again is None:
            raise NoSuchProject("That text is not kept any more.")
        return again

    return change(ws, project_id, restored)


def restore_version(ws: Workspace, project_id: str, version: str) -> Project:
    """Put the texts of an earlier version in front; what is there now becomes a version.

    Raises NoSuchProjectVersion, NoSuchProject.
    """

    def back(work: Work, project: Project) -> Project:
        earlier = project_versions.find(work, project_id, version)
        project_versions.put_aside(work.project_versions, project, Why.RESTORED)
        return _with(project, {name: earlier.texts.get(name, "") for name in {**project.passages, **earlier.texts}})

    return change(ws, project_id, back)


def take_texts(ws: Workspace, project_id: str, texts: Mapping[str, str], name: str = "") -> Project:
    """Put other texts in fields, as a file brings them; what was there becomes a version. Raises BadText.

    Fields of which there is no text in `texts` stay as they are; so does the name if there is none.
    """

    def taken(work: Work, project: Project) -> Project:
        after = _with(project, _texts_of_fields(work, texts))
        if name and name != project.name:
            after = replace(after, name=_free_name(work, name, project_id))
        if after != project:
            project_versions.put_aside(work.project_versions, project, Why.IMPORT)
        return after

    return change(ws, project_id, taken)


def _texts_of_fields(work: Work, texts: Mapping[str, str]) -> dict[str, str]:
    """Texts as they are kept. Raises BadText, also for one of no field."""
    known = {field.id for field in work.library.ladders.fields}
    for name in texts:
        if name not in known:
            raise BadText(f"The file of a project has no field {name!r}.")
    return {name: inputs.notes(text) for name, text in texts.items()}


def _with(project: Project, texts: Mapping[str, str]) -> Project:
    changed = {name: text for name, text in texts.items() if text != project.text(name)}
    edited = {name: project.passage(name).edited(text, new_edit()) for name, text in changed.items()}
    return replace(project, passages={**project.passages, **edited})


def decide(ws: Workspace, project_id: str, method: str, used: bool | None) -> Project:
    """Confirm that a method was used, dismiss it, or take either back (None). Raises BadText, NoSuchProject."""

    def decided(work: Work, project: Project) -> Project:
        if method not in {ladder.slug for ladder in work.library.ladders.methods()}:
            raise BadText(f"There are no questions on a method {method!r}.")
        others = {slug: confirmed for slug, confirmed in project.methods.items() if slug != method}
        return replace(project, methods=others if used is None else {**others, method: used})

    return change(ws, project_id, decided)


def delete(ws: Workspace, project_id: str) -> Project:
    """Put a project away: it is listed no more, and `bring_back` undoes it. Raises NoSuchProject."""
    return change(ws, project_id, lambda _, project: replace(project, deleted=datetime.now(UTC)))


def bring_back(ws: Workspace, project_id: str) -> Project:
    """Undo that a project was deleted; nothing if it was not. Raises NoSuchProject."""
    with ws.writing() as work:
        project = work.projects.get(project_id)
        if project is None:
            raise NoSuchProject("That project was removed for good.")
        if project.deleted is not None:
            project = replace(project, deleted=None, updated=max(datetime.now(UTC), project.updated))
            work.projects.put(project)
    return project


def remove(ws: Workspace, project_id: str) -> None:
    """Remove a deleted project for good, with its versions; nothing if it is not deleted."""
    with ws.writing() as work:
        project = work.projects.get(project_id)
        if project is not None and project.deleted is not None:
            work.project_versions.remove_all(project_id)
            work.dives.remove_all(project_id)
            work.projects.remove(project_id)


def change(ws: Workspace, project_id: str, by: Callable[[Work, Project], Project]) -> Project:
    """A project as a change leaves it; kept if it is another then. Raises NoSuchProject."""
    return changed(ws, lambda work: find(work, project_id), by, lambda work, after: work.projects.put(after))


def _free_name(work: Work, name: str, project_id: str = "") -> str:
    """A name as it is kept. Raises BadText for one that another project has."""
    name = inputs.project_name(name)
    if any(each.casefold() == name.casefold() and id_ != project_id for id_, each in work.projects.names().items()):
        raise BadText(f"You have a project called {name!r} already. Give this one another name.")
    return name
