"""Dives: one is begun, a question is answered and said to have gone so or so, and afterwards points are ticked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.dive import DEPTHS, LONGEST, SHORTEST, TURN, USUAL, Dive, How, visits
from sharpen.domain.project import Project
from sharpen.practice.depth import dive_turns, dives, projects
from sharpen.practice.errors import BadText, NotInFront
from sharpen.practice.ids import new_edit
from sharpen.practice.interviewer import plugging
from sharpen.practice.work import Work
from sharpen.web import depth_pictures, passages, view
from sharpen.web.forms import number, whole

MINUTES = (SHORTEST, USUAL, LONGEST)
"""The lengths to choose from."""
NONE = "none"
"""What is sent where an answer had none of the points."""


def listing(request: Request) -> Response:
    """The dives into a project so far, the map that they make, and the way to another."""
    with view.workspace(request).reading() as work:
        project = projects.find(work, request.path_params["project"])
        shown = context(work, project, request.query_params.get("first", ""))
        shown["all"] = "all" in request.query_params
        return view.page(request, work, "depth/dives.html", **shown)


def context(work: Work, project: Project, first: str = "") -> dict[str, Any]:
    """What `depth/_dives.html` shows of a project; `first` is the ladder to begin with."""
    subject = dives.subject_of(work, project)
    summaries = work.dives.summaries(project.id)
    found = dives.map_of(work, project, summaries)
    titles = {row.ladder: row.title for row in found.rows}
    return {
        "project": project,
        "all": False,
        "asked_about": lambda dive: [titles[visit.ladder] for visit in visits(dive.answers) if visit.said],
        "dives": summaries,
        "minutes": MINUTES,
        "usual": USUAL,
        "first": first if first in subject.ladders else "",
        "ladders": subject.ladders.values(),
        **pictured(found),
    }


def pictured(found: Any) -> dict[str, Any]:
    """What `depth/_map.html` shows."""
    return {"map": found, "depths": DEPTHS, "over_time": Markup(depth_pictures.over_time(found))}


async def start(request: Request) -> Response:
    form = await request.form()
    minutes, first = whole(str(form.get("minutes", USUAL))), str(form.get("first", ""))
    dive = await run_in_threadpool(
        dives.start, view.workspace(request), request.path_params["project"], minutes or 0, first
    )
    return _to(dive.project, dive.id)


def show(request: Request) -> Response:
    """The question in front; after a dive, everything that was asked, with the points to tick."""
    with view.workspace(request).reading() as work:
        dive = _found(request, work)
        return _page(request, work, dive)


def _page(request: Request, work: Work, dive: Dive, why: str = "") -> Response:
    project, status = projects.find(work, dive.project), 400 if why else 200
    shared = {"dive": dive, "project": project, "why": why, "hows": list(How)}
    shared["plugged_in"] = plugging.plugged_in(view.workspace(request))
    if dive.finished is not None:
        return view.page(request, work, "depth/review.html", status, **shared, **_review(work, project, dive))
    here = visits(dive.answers)[-1] if dive.answers else None
    ladder = work.library.ladders.get(here.ladder) if here else None
    title = ladder.title if ladder else here.ladder if here else ""
    spoken = f"{_spoken(dive)}/{dive.front.answer.name}" if dive.front else ""
    recordings = work.recordings.of(spoken)
    shown = {"visit": here, "title": title, "spoken": spoken, "recordings": recordings, "above": _above(dive)}
    return view.page(request, work, "depth/dive.html", status, **shared, **shown)


def _above(dive: Dive) -> list[str]:
    """The names of what was asked since the rung, before the question in front."""
    names = dive_turns.asked(dive, dive.front.answer.name) if dive.front else []
    return names[: names.index(dive.front.name)] if dive.front else []


def _spoken(dive: Dive) -> str:
    """What the recordings of a dive belong to, before the question."""
    return f"dive/{dive.id}"


def _review(work: Work, project: Project, dive: Dive) -> dict[str, Any]:
    shelf, spoken = work.library.ladders, work.recordings.under(_spoken(dive))
    titles = {topic.id: topic for topic in work.library.outline}
    return {
        "visits": visits(dive.answers),
        "titles": {slug: ladder.title for slug, ladder in shelf.items()},
        "rungs": {answer.name: dives.rung_of(work, answer.name) for answer in dive.answers},
        "asked": {answer.name: dive_turns.asked(dive, answer.name)[1:] for answer in dive.answers},
        "comes_to": {answer.name: dives.comes_to(work, dive, answer) for answer in dive.answers},
        "turn": TURN,
        "typed": {answer.name: bool(dive_turns.all_typed(dive, answer.name)) for answer in dive.answers},
        "spoken": _spoken(dive),
        "recordings": {
            answer.name: [each for each in spoken if each.of == f"{_spoken(dive)}/{answer.name}"]
            for answer in dive.answers
        },
        "broken": [
            (ladder, [titles[topic] for topic in ladder.topics if topic in titles])
            for ladder in dives.broken(work, dive)
        ],
        **pictured(dives.map_of(work, project, work.dives.summaries(project.id))),
    }


async def answer(request: Request) -> Response:
    """How the answer in front went; its text comes along, for a page without scripts."""
    form = await request.form()
    return await run_in_threadpool(_answer, request, form)


def _answer(request: Request, form: FormData, *, back: bool = False) -> Response:
    ws, (project, dive_id) = view.workspace(request), named(request)
    name, seconds = str(form.get("name", "")), number(form, "seconds")
    try:
        if "text" in form:
            typed = replace(passages.typed_in_a_script(form, name), edit=new_edit())
            dives.save(ws, project, dive_id, typed, seconds=seconds)
        if back:
            dives.back(ws, project, dive_id)
        elif "finish" in form:
            dives.finish(ws, project, dive_id, seconds)
        elif (how := str(form.get("how", ""))) in list(How):
            dives.say(ws, project, dive_id, name, How(how), seconds)
    except NotInFront:
        pass  # said twice, or on another page: what is in front now is shown
    except BadText as problem:
        with ws.reading() as work:
            return _page(request, work, _found(request, work), str(problem))
    return _to(project, dive_id)


async def back(request: Request) -> Response:
    """The last word on how an answer went is taken back; what is typed meanwhile is kept."""
    form = await request.form()
    return await run_in_threadpool(_answer, request, form, back=True)


async def restore(request: Request) -> Response:
    edit = str((await request.form()).get("edit", ""))
    project, dive_id = named(request)
    await run_in_threadpool(dives.restore, view.workspace(request), project, dive_id, edit)
    return _to(project, dive_id)


async def spend(request: Request) -> Response:
    seconds = number(await request.form(), "seconds")
    project, dive_id = named(request)
    await run_in_threadpool(lambda: dives.save(view.workspace(request), project, dive_id, seconds=seconds))
    return Response(status_code=204)


async def tick(request: Request) -> Response:
    """The points that an answer had; none chosen, not even that there were none, takes the ticks back."""
    form = await request.form()
    chosen = [str(value) for value in form.getlist("point")]
    points = None if not chosen else [] if NONE in chosen and len(chosen) == 1 else _points(chosen)
    return await run_in_threadpool(_tick, request, str(form.get("name", "")), points)


def _points(chosen: Sequence[str]) -> list[int]:
    """Numbers of points; what is none of them becomes one that no question has."""
    found = (whole(value) for value in chosen if value != NONE)
    return [-1 if point is None else point for point in found]


def _tick(request: Request, name: str, points: list[int] | None) -> Response:
    ws, (project, dive_id) = view.workspace(request), named(request)
    dives.tick(ws, project, dive_id, name, points)
    if not view.by_htmx(request):
        return _to(project, dive_id)
    with ws.reading() as work:
        dive = _found(request, work)
        project_here = projects.find(work, project)
        review = _review(work, project_here, dive)
        return HTMLResponse(view.part(request, "depth/_ticked.html", dive=dive, project=project_here, **review))


def versions(request: Request) -> Response:
    """The version of every answer, for a page that asks whether it is behind, and which question is in front."""
    with view.workspace(request).reading() as work:
        dive = _found(request, work)
    found = {name: passage.version for name, passage in dive.passages.items()}
    return JSONResponse({"versions": found, "front": dive.front.name if dive.front else ""})


def passage(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        dive = _found(request, work)
    return passages.front(dive.passage(request.path_params["name"]))


async def save(request: Request) -> Response:
    return await run_in_threadpool(_save, request, await request.form())


def _save(request: Request, form: FormData) -> Response:
    typed = passages.typed_in_a_script(form, request.path_params["name"])
    dive = dives.save(view.workspace(request), *named(request), typed, seconds=number(form, "seconds"))
    return passages.settled(dive.passage(typed.name), typed)


def _found(request: Request, work: Work) -> Dive:
    return dives.find(work, *named(request))


def named(request: Request) -> tuple[str, str]:
    """The ids of the project and of the dive in a path."""
    return request.path_params["project"], request.path_params["dive"]


def path(project: str, dive_id: str) -> str:
    """Where a dive is."""
    return f"/projects/{project}/dives/{dive_id}"


def _to(project: str, dive_id: str) -> Response:
    return RedirectResponse(path(project, dive_id), 303)


DIVES = "/projects/{project}/dives"
DIVE = f"{DIVES}/{{dive}}"
ROUTES = [
    Route(DIVES, listing),
    Route(DIVES, start, methods=["POST"]),
    Route(DIVE, show),
    Route(f"{DIVE}/answer", answer, methods=["POST"]),
    Route(f"{DIVE}/back", back, methods=["POST"]),
    Route(f"{DIVE}/restore", restore, methods=["POST"]),
    Route(f"{DIVE}/time", spend, methods=["POST"]),
    Route(f"{DIVE}/ticks", tick, methods=["POST"]),
    Route(f"{DIVE}/versions", versions),
    Route(f"{DIVE}/passages/{{name:path}}", passage),
    Route(f"{DIVE}/passages/{{name:path}}", save, methods=["POST"]),
]
