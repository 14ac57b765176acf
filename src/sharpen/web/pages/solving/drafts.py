"""Drafts: kept as the learner types; reset to the starter, and brought back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.draft import Draft
from sharpen.practice import Workspace
from sharpen.practice.solving import drafts
from sharpen.web import view
from sharpen.web.forms import number


@dataclass(frozen=True)
class Typed:
    """What the form of a problem's page sends along with every action: what `drafts.save` takes."""

    source: str
    trials: tuple[str, ...]
    seconds: float
    at: datetime | None


def typed(form: FormData) -> Typed:
    """The code, the trials, the working time and the last key's in a form. Line ends become what Python writes."""

    def text(value: object) -> str:
        return str(value).replace("\r\n", "\n").replace("\r", "\n")

    trials = (text(trial).strip() for trial in form.getlist("trial"))
    milliseconds = number(form, "at")
    at = datetime.fromtimestamp(milliseconds / 1000, UTC) if 0 < milliseconds < 1e13 else None
    return Typed(text(form.get("source", "")), tuple(trial for trial in trials if trial), number(form, "seconds"), at)


async def save(request: Request) -> Response:
    sent = typed(await request.form())
    await run_in_threadpool(drafts.save, view.workspace(request), request.path_params["slug"], **vars(sent))
    return Response(status_code=204)


def reset(request: Request) -> Response:
    return _changed(request, drafts.reset)


def undo(request: Request) -> Response:
    return _changed(request, drafts.undo_reset)


def _changed(request: Request, change: Callable[[Workspace, str], Draft]) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    now = change(ws, slug)
    if "application/json" in request.headers.get("accept", ""):
        with ws.reading() as work:
            return JSONResponse({"source": now.source, "canUndo": drafts.can_undo_reset(work, slug)})
    return RedirectResponse(f"/problems/{slug}", 303)


ROUTES = [
    Route("/problems/{slug}/draft", save, methods=["POST"]),
    Route("/problems/{slug}/draft/reset", reset, methods=["POST"]),
    Route("/problems/{slug}/draft/undo", undo, methods=["POST"]),
]
