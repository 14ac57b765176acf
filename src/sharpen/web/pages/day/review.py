"""Review: the session, one item at a time. Every action is a form of its page; scripts only make it quicker."""

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.memory import Rating
from sharpen.practice import Workspace
from sharpen.practice.day import ending, listing, subject
from sharpen.practice.day import session as review
from sharpen.practice.day.session_view import Front
from sharpen.practice.errors import BadAnswer, PracticeError
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items.exercise import Exercise
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.forms import number, places_in
from sharpen.web.rings import arcs

Action = Callable[[Workspace, FormData], Front]


def show(request: Request) -> Response:
    topic, did = request.query_params.get("topic", ""), request.query_params.get("did", "")
    with view.workspace(request).reading() as work:
        return session(request, work, review.current(work, topic), did=did)


def session(
    request: Request, work: Work, front: Front, why: str = "", form: FormData | None = None, did: str = ""
) -> Response:
    """The session as it stands after the action `did`; `why` says why that one, sent by `form`, did not work."""
    progress, asked, by_htmx = front.progress, front.asked, view.by_htmx(request)
    sent = form if form and asked and form.get("key") == asked.key else FormData()
    ended = ending.gather(work, progress.topic) if asked is None else None
    page = view.page(
        request,
        work,
        "review/_swapped.html" if by_htmx else "review/review.html",
        400 if why and not by_htmx else 200,
        topic=subject.find(work, progress.topic) if progress.topic else None,
        progress=progress,
        asked=asked,
        plan=work.plans.get() if asked is None else None,
        ending=ended,
        arcs=arcs([(topic.right, topic.wrong) for topic in ended.topics]) if ended else [],
        cards=len(work.library.cards.index()) if asked is None else 0,
        typed=str(sent.get("typed", "")),
        placed=[str(position) for position in sent.getlist("position")],
        advice=listing.advice_on(asked.kind) if asked and asked.memory and asked.memory.leech else "",
        why=why,
        did=did,
    )
    page.headers["cache-control"] = "no-store"  # going back must not show a card that was rated since
    return page


async def act(request: Request) -> Response:
    """One action on the item in front, then the session after it."""
    action = ACTIONS.get(request.path_params["action"])
    if action is None:
        raise HTTPException(404)
    form = await request.form()
    return await run_in_threadpool(_act, request, action, form)


def _act(request: Request, action: Action, form: FormData) -> Response:
    ws, topic, did = view.workspace(request), _topic(form), request.path_params["action"]
    try:
        front = action(ws, form)
    except PracticeError as problem:
        with ws.reading() as work:
            return session(request, work, review.current(work, topic, _key(form)), str(problem), form)
    if view.by_htmx(request):
        with ws.reading() as work:
            return session(request, work, front, did=did)
    query = {name: value for name, value in (("topic", topic), ("did", did if did in REPORTED else "")) if value}
    return RedirectResponse(f"/review?{urlencode(query)}" if query else "/review", 303)


async def solve(request: Request) -> Response:
    """To the page where the item in front is done, made ready for it: a problem has its code reset."""
    form = await request.form()
    path = await run_in_threadpool(review.begin, view.workspace(request), _key(form), _topic(form))
    return RedirectResponse(path, 303)


def _answer(ws: Workspace, form: FormData) -> Front:
    places, typed = places_in(form), str(form.get("typed", ""))
    if "reveal" in form:
        places, typed = (), ""
    elif (exercise := _exercise(form)) and exercise.to_answer and not places and not typed.strip():
        raise BadAnswer(f"{exercise.to_answer}, or say that you do not know.")
    return review.answer(ws, _key(form), places=places, typed=typed, topic=_topic(form))


def _rate(ws: Workspace, form: FormData) -> Front:
    try:
        rating = Rating(int(str(form.get("rating"))))
    except ValueError:
        raise HTTPException(400, "A rating is 1, 2, 3 or 4.") from None
    exercise = _exercise(form)
    ticks = places_in(form) if exercise and exercise.ticked else None  # without scripts they come with the rating
    return review.rate(ws, _key(form), rating, seconds=number(form, "seconds"), ticks=ticks, topic=_topic(form))


def _exercise(form: FormData) -> Exercise | None:
    """The kind of the item that the form is about; None for a form that was tampered with."""
    return next((exercise for kind, exercise in EXERCISES.items() if kind == form.get("kind")), None)


def _key(form: FormData) -> str:
    return str(form.get("key", ""))


def _topic(form: FormData) -> str:
    return str(form.get("topic", ""))


ACTIONS: dict[str, Action] = {
    "answer": _answer,
    "rate": _rate,
    "undo": lambda ws, form: review.undo(ws, _topic(form)),
    "suspend": lambda ws, form: review.suspend(ws, _key(form), _topic(form)),
    "bury": lambda ws, form: review.bury(ws, _key(form), _topic(form)),
    "note": lambda ws, form: review.note(ws, _key(form), str(form.get("note", "")), _topic(form)),
    "more": lambda ws, form: review.more(ws, _topic(form)),
}

REPORTED = ("undo", "suspend", "bury", "note")
"""Actions that the next page must confirm, since nothing else on it shows that they were done."""

ROUTES = [
    Route("/review", show),
    Route("/review/solve", solve, methods=["POST"]),
    Route("/review/{action}", act, methods=["POST"]),
]
