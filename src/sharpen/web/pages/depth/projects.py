"""Projects: the list, the file of one as it is typed, what is asked about it, and its way in and out as Markdown."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.project import Project
from sharpen.practice.depth import project_file, projects
from sharpen.practice.depth.interview import interview
from sharpen.practice.depth.project_file import Imported
from sharpen.practice.errors import BadText
from sharpen.practice.work import Work
from sharpen.web import passages, view
from sharpen.web.pages.depth import dives

DECISIONS = {"yes": True, "no": False}


def listing(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _listing(request, work)


def _listing(request: Request, work: Work, why: str = "", typed: str = "") -> Response:
    mine, deleted = projects.mine(work), projects.deleted(work)
    return view.page(
        request,
        work,
        "depth/projects.html",
        400 if why else 200,
        projects=mine,
        fields=work.library.ladders.fields,
        dives={project.id: work.dives.summaries(project.id) for project in mine},
        deleted=deleted,
        undo=next((each for each in deleted if each.id == request.query_params.get("deleted")), None),
        why=why,
        typed=typed,
        broken=len(work.library.ladders.broken),
    )


async def create(request: Request) -> Response:
    name = str((await request.form()).get("name", ""))
    return await run_in_threadpool(_create, request, name)


def _create(request: Request, name: str) -> Response:
    ws = view.workspace(request)
    try:
        return _to(projects.create(ws, name).id)
    except BadText as problem:
        with ws.reading() as work:
            return _listing(request, work, str(problem), name)


def show(request: Request) -> Response:
    """The file of a project; as one reads it, or prints it, if asked for it so."""
    with view.workspace(request).reading() as work:
        return _page(request, work, paper="paper" in request.query_params)


def _page(
    request: Request, work: Work, why: str = "", done: Imported | None = None, *, paper: bool = False
) -> Response:
    project = projects.find(work, _id(request))
    return view.page(
        request,
        work,
        "depth/paper.html" if paper else "depth/project.html",
        400 if why else 200,
        why=why,
        done=done,
        versions=work.project_versions.count(project.id),
        **(dives.context(work, project) | _asked(work, project)),
    )


def _asked(work: Work, project: Project, texts: dict[str, str] | None = None) -> dict[str, Any]:
    """What `depth/_asked.html` shows of a project."""
    fields = work.library.ladders.fields
    titles = {field.id: field.title for field in fields}
    return {"project": project, "fields": fields, "titles": titles, "interview": interview(work, project, texts)}


async def ask(request: Request) -> Response:
    """What is asked about the file as it is typed; nothing is kept."""
    form = await request.form()
    return await run_in_threadpool(_ask, request, form)


def _ask(request: Request, form: FormData) -> Response:
    with view.workspace(request).reading() as work:
        project = projects.find(work, _id(request))
        asked = _asked(work, project, _texts(work, form))
    return HTMLResponse(view.part(request, "depth/_asked.html", **asked))


async def decide(request: Request) -> Response:
    """A method was used, or was not; the file as it is typed comes along from a page with scripts."""
    form = await request.form()
    return await run_in_threadpool(_decide, request, form)


def _decide(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    projects.decide(ws, _id(request), str(form.get("method", "")), DECISIONS.get(str(form.get("used", ""))))
    return _ask(request, form) if view.by_htmx(request) else _to(f"{_id(request)}#methods")


async def save_all(request: Request) -> Response:
    """Everything at once, from a page without scripts."""
    form = await request.form()
    return await run_in_threadpool(_save_all, request, form)


def _save_all(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    fields = [field.id for field in ws.library.ladders.fields if field.id in form]
    typed = [passages.typed_on_a_page(form, field) for field in fields]
    projects.save(ws, _id(request), *typed)
    return _to(_id(request))


def versions(request: Request) -> Response:
    """The version of every passage, for a page that asks whether it is behind."""
    with view.workspace(request).reading() as work:
        project = projects.find(work, _id(request))
    return JSONResponse({"versions": {name: passage.version for name, passage in project.passages.items()}})


def passage(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        project = projects.find(work, _id(request))
    return passages.front(project.passage(request.path_params["name"]))


async def save(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_save, request, form)


def _save(request: Request, form: FormData) -> Response:
    typed = passages.typed_in_a_script(form, request.path_params["name"])
    project = projects.save(view.workspace(request), _id(request), typed)
    return passages.settled(project.passage(typed.name), typed)


async def restore(request: Request) -> Response:
    edit = str((await request.form()).get("edit", ""))
    await run_in_threadpool(projects.restore, view.workspace(request), _id(request), edit)
    return _to(_id(request))


async def rename(request: Request) -> Response:
    name = str((await request.form()).get("name", ""))
    return await run_in_threadpool(_rename, request, name)


def _rename(request: Request, name: str) -> Response:
    ws = view.workspace(request)
    try:
        projects.rename(ws, _id(request), name)
    except BadText as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return _to(_id(request))


async def delete(request: Request) -> Response:
    await run_in_threadpool(projects.delete, view.workspace(request), _id(request))
    return RedirectResponse(f"/projects?deleted={_id(request)}", 303)


async def bring_back(request: Request) -> Response:
    await run_in_threadpool(projects.bring_back, view.workspace(request), _id(request))
    return _to(_id(request))


async def remove(request: Request) -> Response:
    await run_in_threadpool(projects.remove, view.workspace(request), _id(request))
    return RedirectResponse("/projects", 303)


def export(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        text = project_file.write(projects.find(work, _id(request)), work.library.ladders.fields)
    headers = {"content-disposition": 'attachment; filename="project.md"'}
    return Response(text, media_type="text/markdown; charset=utf-8", headers=headers)


async def import_new(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_import, request, form, "")


async def import_(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_import, request, form, _id(request))


def _import(request: Request, form: FormData, project_id: str) -> Response:
    ws, file = view.workspace(request), form.get("file")
    try:
        if not isinstance(file, UploadFile) or not file.filename:
            raise BadText("Choose a file: the Markdown that sharpen wrote, or one with the same headings.")
        done = project_file.import_(ws, project_file.decoded(file.file.read(project_file.MOST_BYTES + 1)), project_id)
    except BadText as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem)) if project_id else _listing(request, work, str(problem))
    if not project_id:
        return _to(done.project.id)
    with ws.reading() as work:
        return _page(request, work, done=done)


def _texts(work: Work, form: FormData) -> dict[str, str] | None:
    """The texts of fields in a form; None if it has none."""
    found = {field.id: passages.text_of(form, field.id) for field in work.library.ladders.fields if field.id in form}
    return found or None


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _to(project_id: str) -> Response:
    return RedirectResponse(f"/projects/{project_id}", 303)


PROJECT = "/projects/{id}"
ROUTES = [
    Route("/projects", listing),
    Route("/projects", create, methods=["POST"]),
    Route("/projects/import", import_new, methods=["POST"]),
    Route(PROJECT, show),
    Route(PROJECT, save_all, methods=["POST"]),
    Route(f"{PROJECT}/asked", ask, methods=["POST"]),
    Route(f"{PROJECT}/methods", decide, methods=["POST"]),
    Route(f"{PROJECT}/versions", versions),
    Route(f"{PROJECT}/passages/{{name}}", passage),
    Route(f"{PROJECT}/passages/{{name}}", save, methods=["POST"]),
    Route(f"{PROJECT}/restore", restore, methods=["POST"]),
    Route(f"{PROJECT}/name", rename, methods=["POST"]),
    Route(f"{PROJECT}/delete", delete, methods=["POST"]),
    Route(f"{PROJECT}/bring-back", bring_back, methods=["POST"]),
    Route(f"{PROJECT}/remove", remove, methods=["POST"]),
    Route(f"{PROJECT}/project.md", export),
    Route(f"{PROJECT}/import", import_, methods=["POST"]),
]
