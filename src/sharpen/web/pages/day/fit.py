"""Fitting the model of memory to the learner, from the page of statistics; slow, so its progress is streamed."""

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice import Workspace
from sharpen.practice.day import fit
from sharpen.practice.day.fit import Progress
from sharpen.practice.errors import PracticeError
from sharpen.web import view
from sharpen.web.stream import event_stream, follow

Fitting = Callable[[Workspace], Iterator[Progress]]


async def begin(request: Request) -> Response:
    return await _carried_out(request, fit.run)


async def reset(request: Request) -> Response:
    return await _carried_out(request, fit.reset)


async def _carried_out(request: Request, fitting: Fitting) -> Response:
    if "text/event-stream" in request.headers.get("accept", ""):
        return event_stream(_as_it_goes(request, fitting))
    async for _ in follow(partial(fitting, view.workspace(request))):
        pass
    return RedirectResponse("/statistics#fit-title", 303)


async def _as_it_goes(request: Request, fitting: Fitting) -> AsyncIterator[str]:
    """The section with how far it is, and at the end with the result."""
    ws = view.workspace(request)
    before = await run_in_threadpool(_status, ws)
    yield _section(request, before, doing=Progress(0, "Reading your reviews"))
    why = ""
    try:
        async for steps in follow(partial(fitting, ws)):
            yield _section(request, before, doing=steps[-1])
    except PracticeError as problem:
        why = str(problem)
    yield _section(request, await run_in_threadpool(_status, ws), why=why)


def _status(ws: Workspace) -> fit.Status:
    with ws.reading() as work:
        return fit.status(work)


def _section(request: Request, status: fit.Status, doing: Progress | None = None, why: str = "") -> str:
    return view.part(request, "statistics/_fit.html", fit=status, doing=doing, why=why)


ROUTES = [
    Route("/statistics/fit", begin, methods=["POST"]),
    Route("/statistics/fit/reset", reset, methods=["POST"]),
]
