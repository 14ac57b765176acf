"""Drafts: kept as the learner types; reset to the starter, and brought back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.draft import Draft
from sharpen.domain.problem import in_torch
from sharpen.practice import Workspace
from sharpen.practice.solving import drafts
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.editor import Typed, typed
from sharpen.web.forms import number

WITH = {"torch": True, "numpy": False}
"""The packages that a starter can be asked for in: whether each is PyTorch."""


def show(request: Request) -> Response:
    """The draft that is in front, for a page that asks whether it is behind."""
    with view.workspace(request).reading() as work:
        return JSONResponse(_front(work, drafts.draft(work, request.path_params["slug"])))


async def save(request: Request) -> Response:
    sent = typed(await request.form())
    return await run_in_threadpool(_save, request, sent)


def _save(request: Request, sent: Typed) -> Response:
    """Whether what was sent is in front now; where something else was typed meanwhile, that, as a conflict."""
    ws, slug = view.workspace(request), request.path_params["slug"]
    front = drafts.save(ws, slug, **vars(sent))
    same = front.text == (sent.source, sent.trials)
    if same or front.holds(sent.edit):
        return JSONResponse({"version": front.version, "same": same})
    with ws.reading() as work:
        return JSONResponse(_front(work, front), 409)


async def spend(request: Request) -> Response:
    """Time spent without typing."""
    form = await request.form()
    seconds, base = number(form, "seconds"), str(form.get("base", ""))
    await run_in_threadpool(drafts.spend, view.workspace(request), request.path_params["slug"], seconds, base)
    return Response(status_code=204)


async def reset(request: Request) -> Response:
    """The starter again: in the package that is asked for, else in that of the draft."""
    asked = str((await request.form()).get("with", ""))
    return await run_in_threadpool(_changed, request, partial(drafts.reset, torch=WITH.get(asked)))


def undo(request: Request) -> Response:
    return _changed(request, drafts.undo_reset)


async def restore(request: Request) -> Response:
    version = str((await request.form()).get("id", ""))
    return await run_in_threadpool(_changed, request, partial(drafts.restore, version=version))


def _changed(request: Request, change: Callable[[Workspace, str], Draft]) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    now = change(ws, slug)
    if not view.wants_json(request):
        return RedirectResponse(f"/problems/{slug}", 303)
    with ws.reading() as work:
        return JSONResponse(_front(work, now))


def _front(work: Work, draft: Draft) -> dict[str, Any]:
    return {
        "version": draft.version,
        "source": draft.source,
        "trials": list(draft.trials),
        "seconds": draft.seconds,
        "canUndo": drafts.can_undo_reset(work, draft.problem),
        "inTorch": in_torch(draft.source),
    }


ROUTES = [
    Route("/problems/{slug}/draft", show),
    Route("/problems/{slug}/draft", save, methods=["POST"]),
    Route("/problems/{slug}/draft/time", spend, methods=["POST"]),
    Route("/problems/{slug}/draft/reset", reset, methods=["POST"]),
    Route("/problems/{slug}/draft/undo", undo, methods=["POST"]),
    Route("/problems/{slug}/draft/restore", restore, methods=["POST"]),
]
