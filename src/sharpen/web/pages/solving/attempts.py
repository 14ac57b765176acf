"""Attempts: submit code and watch the verdict come in; judge an interrupted attempt again.

With JavaScript the verdict is streamed into the page; without, the answer is a page with the verdict.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.verdict import CheckResult
from sharpen.practice import Workspace
from sharpen.practice.errors import PracticeError
from sharpen.practice.solving import attempts, drafts
from sharpen.practice.solving.afterward import afterward
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.editor import typed
from sharpen.web.pages.solving.problems import current_tab, drawable, find, reading
from sharpen.web.stream import event_stream, follow_telling


@dataclass(frozen=True)
class Ahead:
    """How many submissions are judged before this one."""

    count: int


async def create(request: Request) -> Response:
    ws, slug = view.workspace(request), request.path_params["slug"]
    sent = typed(await request.form())
    await run_in_threadpool(drafts.save, ws, slug, **vars(sent))
    attempt = await run_in_threadpool(attempts.submit, ws, slug, sent.source, origin=Origin.WEB, seconds=sent.seconds)
    return await _judged(request, ws, attempt)


async def judge_again(request: Request) -> Response:
    ws = view.workspace(request)
    attempt = await run_in_threadpool(_find, ws, request.path_params["slug"], request.path_params["id"])
    return await _judged(request, ws, attempt)


def verdict(request: Request) -> Response:
    """The verdict as far as it has come, for a page that was opened while it was being found, or lost its stream."""
    ws, slug = view.workspace(request), request.path_params["slug"]
    if not view.by_htmx(request):
        return RedirectResponse(f"/problems/{slug}?attempt={request.path_params['id']}#verdict", 303)
    with ws.reading() as work:
        attempt = find(work, slug, request.path_params["id"])
        return HTMLResponse(_at_the_end(request, work, attempt))


def _find(ws: Workspace, slug: str, attempt_id: str) -> Attempt:
    with ws.reading() as work:
        return find(work, slug, attempt_id)


async def _judged(request: Request, ws: Workspace, attempt: Attempt) -> Response:
    def judging(tell: Callable[[CheckResult | Ahead], None]) -> Iterator[CheckResult | Ahead]:
        return attempts.judge(ws, attempt.id, lambda ahead: tell(Ahead(ahead)))

    found = follow_telling(judging)
    if "text/event-stream" in request.headers.get("accept", ""):
        return event_stream(_as_it_comes(request, ws, attempt, found))
    try:
        async for _ in found:
            pass
    except PracticeError:
        pass  # the attempt says itself that it was interrupted, and how to go on
    return RedirectResponse(f"/problems/{attempt.problem}?attempt={attempt.id}#verdict", 303)


async def _as_it_comes(
    request: Request, ws: Workspace, attempt: Attempt, found: AsyncIterator[list[CheckResult | Ahead]]
) -> AsyncIterator[str]:
    """The verdict pane after every result, and at the end everything on the page that it changes."""
    results: list[CheckResult] = []
    attempt = replace(attempt, state=State.JUDGING, results=())
    now = partial(view.part, request, "attempts/_verdict.html", live=True, drawable="", after=None)
    yield now(attempt=attempt, ahead=0)
    try:
        async for batch in found:
            ahead = [place.count for place in batch if isinstance(place, Ahead)]
            results += [result for result in batch if not isinstance(result, Ahead)]
            attempt = replace(attempt, results=tuple(results))
            yield now(attempt=attempt, ahead=ahead[-1] if ahead else 0)
    except PracticeError:
        pass
    yield await run_in_threadpool(_end, request, ws, attempt)


def _end(request: Request, ws: Workspace, attempt: Attempt) -> str:
    with ws.reading() as work:
        return _at_the_end(request, work, attempts.attempt(work, attempt.id))


def _at_the_end(request: Request, work: Work, attempt: Attempt) -> str:
    """The verdict pane and, once there is a verdict, what else on the page it changes."""
    pane = view.part(
        request,
        "attempts/_verdict.html",
        attempt=attempt,
        live=False,
        drawable=drawable(work.library, attempt.problem),
        after=afterward(work, attempt),
    )
    if attempt.state is State.JUDGING:
        return pane
    shown = reading(request, work, attempt.problem, current_tab(request))
    return pane + view.part(request, "attempts/_after.html", **shown)


ROUTES = [
    Route("/problems/{slug}/attempts", create, methods=["POST"]),
    Route("/problems/{slug}/attempts/{id}/verdict", verdict),
    Route("/problems/{slug}/attempts/{id}/verdict", judge_again, methods=["POST"]),
]
