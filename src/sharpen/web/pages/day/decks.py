"""Decks and topics: a switch for each, whether it is in the daily review, and what to study of it now."""

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.practice.day import decks, plan, session
from sharpen.practice.day.agenda import WEAKEST
from sharpen.practice.errors import BadPlan, NothingToStudy
from sharpen.practice.work import Work
from sharpen.web import view


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(request: Request, work: Work, why: str = "") -> Response:
    template = "decks/_decks.html" if view.by_htmx(request) else "decks/decks.html"
    status = 400 if why and not view.by_htmx(request) else 200
    return view.page(request, work, template, status, rounds=decks.gather(work), weakest=WEAKEST, why=why)


async def switch(request: Request) -> Response:
    """Put a topic, a deck or a round into the daily review, or take it out."""
    form = await request.form()
    return await run_in_threadpool(_switch, request, form)


def _switch(request: Request, form: FormData) -> Response:
    ws, why = view.workspace(request), ""
    try:
        plan.change(ws, weights={str(form.get("deck", "")): 1.0 if form.get("on") else 0.0})
    except BadPlan as problem:
        why = str(problem)
    if why or view.by_htmx(request):
        with ws.reading() as work:
            return _page(request, work, why)
    return RedirectResponse("/decks", 303)


async def study(request: Request) -> Response:
    """Begin a session about a part of a topic."""
    form = await request.form()
    return await run_in_threadpool(_study, request, form)


def _study(request: Request, form: FormData) -> Response:
    ws, topic, what = view.workspace(request), str(form.get("topic", "")), str(form.get("what", ""))
    if what not in session.STUDIES:
        raise HTTPException(400, "What can be studied is the weakest, or what is due.")
    try:
        session.study(ws, topic, what)
    except NothingToStudy as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return RedirectResponse(f"/review?{urlencode({'topic': topic})}", 303)


ROUTES = [
    Route("/decks", show),
    Route("/decks/switch", switch, methods=["POST"]),
    Route("/decks/study", study, methods=["POST"]),
]
