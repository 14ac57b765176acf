"""What a project was before: the list of its versions, one beside what is written now, and the way back."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.project import Project, ProjectVersion
from sharpen.practice.depth import project_versions, projects
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.diff import Line, diff
from sharpen.web.forms import whole

ON_A_PAGE = 50


def show(request: Request) -> Response:
    """The versions, fifty on a page and without their texts; or one of them, beside what is written now."""
    with view.workspace(request).reading() as work:
        project = projects.find(work, request.path_params["id"])
        wanted = request.query_params.get("version")
        chosen = project_versions.find(work, project.id, wanted) if wanted else None
        shown = {"changes": _changes(work, project, chosen)} if chosen else _listed(request, work, project)
        return view.page(request, work, "depth/history.html", project=project, chosen=chosen, **shown)


def _listed(request: Request, work: Work, project: Project) -> dict[str, Any]:
    number = max(1, whole(request.query_params.get("page", "1")) or 1)
    total = work.project_versions.count(project.id)
    versions = work.project_versions.of_project(project.id, ON_A_PAGE, ON_A_PAGE * (number - 1))
    return {"versions": versions, "number": number, "pages": -(-total // ON_A_PAGE), "total": total}


def _changes(work: Work, project: Project, version: ProjectVersion) -> list[tuple[str, list[Line]]]:
    """What changed from a version to now, by the titles of the fields; those that are the same are left out."""
    titles = {field.id: field.title for field in work.library.ladders.fields}
    every = {**titles, **{name: name for name in {**version.texts, **project.texts} if name not in titles}}
    found = [(title, diff(version.texts.get(name, ""), project.text(name))) for name, title in every.items()]
    return [(title, lines) for title, lines in found if lines]


async def restore(request: Request) -> Response:
    version, project = str((await request.form()).get("version", "")), request.path_params["id"]
    await run_in_threadpool(projects.restore_version, view.workspace(request), project, version)
    return RedirectResponse(f"/projects/{project}", 303)


ROUTES = [
    Route("/projects/{id}/history", show),
    Route("/projects/{id}/history", restore, methods=["POST"]),
]
