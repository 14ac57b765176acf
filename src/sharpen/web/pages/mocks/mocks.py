"""Mock loops: choose one, the lobby before a round and the break after it, and what stops and ends it."""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.mock import Mock, Phase, left, phase, spent
from sharpen.practice import Workspace
from sharpen.practice.errors import PracticeError
from sharpen.practice.mocks import coding, debrief, mocks
from sharpen.practice.mocks import rounds as held
from sharpen.practice.work import Work, plan_of
from sharpen.web import view
from sharpen.web.forms import whole
from sharpen.web.pages.mocks import rounds

Action = Callable[[Workspace, str], Mock]

LATEST = 5
"""Past loops that are shown at once; what each showed is looked up anew."""


def index(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _index(request, work)


def _index(request: Request, work: Work, why: str = "", form: FormData | None = None) -> Response:
    loops, plan = work.library.loops, plan_of(work)
    past = work.mocks.past(None if "all" in request.query_params else LATEST + 1)
    shown = past if "all" in request.query_params else past[:LATEST]
    sent = form or FormData()
    return view.page(
        request,
        work,
        "mocks/mocks.html",
        400 if why else 200,
        loops=loops,
        rounds=work.library.outline.rounds,
        shares=mocks.SHARES,
        chosen={
            "loop": str(sent.get("loop", next(iter(loops), ""))),
            "share": str(sent.get("share", "1")),
            "role": str(sent.get("role", plan.role)),
            "level": str(sent.get("level", plan.level)),
        },
        ticked={str(one) for one in sent.getlist("round")},
        going_on=work.mocks.open_one(),
        past=[debrief.gather(work, each) for each in shown],
        more=len(past) > len(shown),
        why=why,
    )


async def start(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_start, request, form)


def _start(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    wanted = {name: str(form.get(name, "")) for name in ("loop", "share", "role", "level")}
    places = [place for one in form.getlist("round") if (place := whole(str(one))) is not None]
    try:
        mock = mocks.start(ws, **wanted, rounds=places)
    except PracticeError as problem:
        with ws.reading() as work:
            return _index(request, work, str(problem), form)
    return RedirectResponse(f"/mocks/{mock.id}", 303)


def show(request: Request) -> Response:
    """A mock where it stands: the lobby or the break, the round that goes on, or what became of it."""
    with view.workspace(request).reading() as work:
        mock = mocks.find(work, request.path_params["id"])
        where = phase(mock, datetime.now(UTC))
        if where is Phase.FINISHED:
            return RedirectResponse(f"/mocks/{mock.id}/debrief", 303)
        if where is Phase.RUNNING:
            return rounds.page(request, work, mock)
        return _lobby(request, work, mock, where)


def _lobby(request: Request, work: Work, mock: Mock, where: Phase) -> Response:
    now = datetime.now(UTC)
    answer = view.page(
        request,
        work,
        "mocks/lobby.html",
        mock=mock,
        where=where,
        left=left(mock, now),
        rounds=work.library.outline.rounds,
        spent=[spent(mock, each, now) for each in mock.rounds],
        can_take_up=mocks.can_take_up(work, mock),
    )
    answer.headers["cache-control"] = "no-store"  # going back must show the clock as it is
    return answer


async def act(request: Request) -> Response:
    """What stops, ends or begins a round. Code that is sent along is kept first, so that none is lost."""
    action = ACTIONS.get(request.path_params["action"])
    if action is None:
        raise HTTPException(404)
    form = await request.form()
    return await run_in_threadpool(_act, request, action, form)


def _act(request: Request, action: Action, form: FormData) -> Response:
    ws, mock_id = view.workspace(request), request.path_params["id"]
    rounds.keep(ws, form)
    mock = action(ws, mock_id)
    return RedirectResponse(f"/mocks/{mock_id}/debrief" if mock.finished else f"/mocks/{mock_id}", 303)


ACTIONS: dict[str, Action] = {
    "begin": mocks.begin,
    "skip": held.skip,
    "end": held.end,
    "pause": mocks.pause,
    "resume": mocks.resume,
    "abandon": mocks.abandon,
    "take-up": mocks.take_up,
    "judge": coding.judge_again,
}
ROUTES = [
    Route("/mocks", index),
    Route("/mocks", start, methods=["POST"]),
    Route("/mocks/{id}", show),
    Route("/mocks/{id}/{action}", act, methods=["POST"]),
]
