"""Debriefs: what a mock showed, points ticked afterwards, and mocks side by side."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.loop import What
from sharpen.practice.errors import NotFound
from sharpen.practice.mocks import debrief, mocks
from sharpen.practice.mocks.signal import Signal
from sharpen.web import view
from sharpen.web.forms import whole
from sharpen.web.pages.mocks.rounds import asked

MOST = 4
"""Mocks side by side."""


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        mock = mocks.find(work, request.path_params["id"])
        if mock.is_open:
            return RedirectResponse(f"/mocks/{mock.id}", 303)
        return view.page(
            request,
            work,
            "mocks/debrief.html",
            mock=mock,
            debrief=debrief.gather(work, mock),
            kinds=What,
            asked=asked,
            minutes_of=minutes_of,
            signals=list(Signal),
            before=next((each.id for each in work.mocks.past() if each.id < mock.id), ""),
            can_take_up=mocks.can_take_up(work, mock),
        )


def minutes_of(seconds: float) -> str:
    """A duration in words, in minutes."""
    minutes = round(seconds / 60)
    return f"{minutes} minute{'s' * (minutes != 1)}" if minutes else "less than a minute"


async def tick(request: Request) -> Response:
    form = await request.form()
    points = [place for one in form.getlist("point") if (place := whole(str(one))) is not None]
    place, task = (whole(request.path_params[name]) for name in ("round", "task"))
    if place is None or task is None:
        raise NotFound("This was not asked in the mock.")
    ws, mock_id = view.workspace(request), request.path_params["id"]
    await run_in_threadpool(debrief.tick, ws, mock_id, place, task, points)
    return RedirectResponse(f"/mocks/{mock_id}/debrief#task-{place}-{task}", 303)


def compare(request: Request) -> Response:
    """Some mocks beside each other, the earliest first; without a choice, the last two."""
    with view.workspace(request).reading() as work:
        over = work.mocks.past()
        named = request.query_params.getlist("with")
        chosen = [each for each in over if each.id in named][:MOST] if named else over[:2]
        listed = [debrief.gather(work, each) for each in reversed(chosen)]
        rounds = dict.fromkeys(one.round.round for each in listed for one in each.rounds)
        return view.page(
            request,
            work,
            "mocks/compare.html",
            listed=listed,
            rounds={id_: work.library.outline.rounds.get(id_, id_) for id_ in rounds},
            most=MOST,
        )


ROUTES = [
    Route("/mocks/compare", compare),
    Route("/mocks/{id}/debrief", show),
    Route("/mocks/{id}/debrief/{round}/{task}", tick, methods=["POST"]),
]
