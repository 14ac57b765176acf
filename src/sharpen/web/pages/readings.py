"""Readings: the list of them all by company, what is marked read, and a note on each, kept as it is typed."""

from dataclasses import replace
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.reading import Reading, ReadingMark
from sharpen.practice import search
from sharpen.practice.ids import new_edit
from sharpen.practice.topics import readings
from sharpen.practice.topics.readings import NOTE
from sharpen.practice.work import Work
from sharpen.web import passages, view


def listing(request: Request) -> Response:
    """The page; for a script of ours, which readings the filters let through."""
    asked = request.query_params
    q, shelf, unread = asked.get("q", "").strip(), asked.get("company", ""), asked.get("unread") == "1"
    with view.workspace(request).reading() as work:
        found = search.readings(work, q)
        shown = {one.id for one in readings.chosen(work, shelf, unread=unread) if one.id in found}
        if view.wants_json(request):
            return JSONResponse({"shown": sorted(shown)})
        marks = {mark.reading: mark for mark in work.readings.everything()}
        shelves = readings.shelves(work)
        return view.page(
            request,
            work,
            "readings/readings.html",
            shelves=shelves,
            marks={one.id: marks.get(one.id) or _nothing(work, one) for listed in shelves.values() for one in listed},
            shown=shown,
            filters={"q": q, "company": shelf, "unread": unread},
            read=sum(marks[one].read for one in work.library.readings if one in marks),
            total=len(work.library.readings),
            topics={topic.id: topic.title for topic in work.library.outline},
            cases=work.library.cases,
            broken=len(work.library.readings.broken),
        )


def _nothing(work: Work, reading: Reading) -> ReadingMark:
    return ReadingMark(work.learner, reading.id, datetime.now(UTC))


def state(request: Request) -> Response:
    """What is marked read, and the version of every note, for a page that asks whether it is behind."""
    with view.workspace(request).reading() as work:
        marks = list(work.readings.everything())
    versions = {mark.reading: mark.note.version for mark in marks if mark.note.version}
    return JSONResponse({"read": [mark.reading for mark in marks if mark.read], "versions": versions})


async def mark(request: Request) -> Response:
    read = (await request.form()).get("read") == "1"
    return await run_in_threadpool(_mark, request, read)


def _mark(request: Request, read: bool) -> Response:
    kept = readings.mark(view.workspace(request), _id(request), read=read)
    return JSONResponse({"read": kept.read}) if view.wants_json(request) else _back(request)


def note(request: Request) -> Response:
    """A note for a script of ours: its text, or as it reads. Others are led to the list."""
    if not view.wants_json(request) and not view.by_htmx(request):
        return _back(request)
    with view.workspace(request).reading() as work:
        kept = readings.mark_of(work, _id(request))
    if view.wants_json(request):
        return passages.front(kept.note)
    return HTMLResponse(view.part(request, "readings/_note.html", mark=kept))


async def save(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_save, request, form)


def _save(request: Request, form: FormData) -> Response:
    typed = passages.typed_in_a_script(form, NOTE)
    typed = replace(typed, edit=typed.edit or new_edit())
    mark = readings.save_note(view.workspace(request), _id(request), typed)
    return passages.settled(mark.note, typed) if view.wants_json(request) else _back(request)


async def restore(request: Request) -> Response:
    edit = str((await request.form()).get("edit", ""))
    await run_in_threadpool(readings.restore_note, view.workspace(request), _id(request), edit)
    return _back(request)


def _id(request: Request) -> str:
    return str(request.path_params["id"])


def _back(request: Request) -> Response:
    return RedirectResponse(f"/readings#{_id(request)}", 303)


ROUTES = [
    Route("/readings", listing),
    Route("/readings/state", state),
    Route("/readings/{id}/mark", mark, methods=["POST"]),
    Route("/readings/{id}/note", note),
    Route("/readings/{id}/note", save, methods=["POST"]),
    Route("/readings/{id}/note/restore", restore, methods=["POST"]),
]
