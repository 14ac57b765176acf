"""Own cards: made from nothing, from a sentence of a lesson or a failed check; edited, deleted, and brought back."""

from datetime import datetime
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.card import BIN, MY_CARDS, OWN, Brought
from sharpen.practice.cards import own
from sharpen.practice.errors import BadText, CardChanged, NoSuchCard
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.forms import whole


def new(request: Request) -> Response:
    query = request.query_params
    with view.workspace(request).reading() as work:
        if "attempt" in query:
            texts = own.from_check(work, query["attempt"], whole(query.get("check", "")) or 0)
        else:
            texts = own.from_lesson(work, query.get("lesson", ""), query.get("text", ""))
        return _page(request, work, *texts, made="made" in query)


async def make(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_make, request, form)


def _make(request: Request, form: FormData) -> Response:
    ws, (question, answer) = view.workspace(request), _texts(form)
    try:
        card = own.make(ws, question, answer)
    except BadText as problem:
        with ws.reading() as work:
            return _page(request, work, question, answer, str(problem))
    if "another" in form:
        return RedirectResponse("/cards/new?made=1", 303)
    return RedirectResponse(f"/cards?{urlencode({'topic': MY_CARDS, 'open': card.id, 'made': 1})}", 303)


def look(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        card = own.find(work, _id(request))
        return _page(request, work, card.question, card.answer, card=card)


async def save(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_save, request, form)


def _save(request: Request, form: FormData) -> Response:
    ws, (question, answer) = view.workspace(request), _texts(form)
    try:
        since = datetime.fromisoformat(str(form.get("since", "")))
    except ValueError:
        since = None
    try:
        card = own.edit(ws, _id(request), question, answer, since if since and since.tzinfo else None)
    except (BadText, CardChanged, NoSuchCard) as problem:
        with ws.reading() as work:
            return _page(request, work, question, answer, str(problem), card=own.find(work, _id(request)))
    return RedirectResponse(f"/cards?{urlencode({'topic': MY_CARDS, 'open': card.id})}", 303)


async def rendered(request: Request) -> Response:
    """Both sides as they will be shown, while they are typed."""
    question, answer = _texts(await request.form())
    return Response(view.part(request, "cards/_sides.html", question=question, answer=answer), media_type="text/html")


def delete(request: Request) -> Response:
    card = own.delete(view.workspace(request), _id(request))
    return RedirectResponse(f"/cards?{urlencode({'deleted': card.id})}", 303)


def bring_back(request: Request) -> Response:
    card = own.bring_back(view.workspace(request), _id(request))
    return RedirectResponse(f"/cards?{urlencode({'topic': MY_CARDS, 'open': card.id})}", 303)


def bin_(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return view.page(request, work, "cards/bin.html", cards=own.binned(work))


def _page(
    request: Request,
    work: Work,
    question: str,
    answer: str,
    why: str = "",
    card: Brought | None = None,
    made: bool = False,
) -> Response:
    return view.page(
        request,
        work,
        "cards/card.html",
        400 if why else 200,
        question=question,
        answer=answer,
        card=card,
        binned=card is not None and card.topic == BIN,
        deck=card_pool.deck_name(MY_CARDS),
        why=why,
        made=made,
    )


def _texts(form: FormData) -> tuple[str, str]:
    return str(form.get("question", "")), str(form.get("answer", ""))


def _id(request: Request) -> str:
    return f"{OWN}{request.path_params['id']}"


ROUTES = [
    Route("/cards/new", new),
    Route("/cards/new", make, methods=["POST"]),
    Route("/cards/sides", rendered, methods=["POST"]),
    Route("/cards/bin", bin_),
    Route("/cards/own/{id}", look),
    Route("/cards/own/{id}", save, methods=["POST"]),
    Route("/cards/own/{id}/delete", delete, methods=["POST"]),
    Route("/cards/own/{id}/bring-back", bring_back, methods=["POST"]),
]
