"""All cards in a list that is searched and filtered, one of them opened beside it, and what can be done with each."""

import secrets
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.item import ItemKind
from sharpen.practice.cards import own
from sharpen.practice.day import cards
from sharpen.practice.day.cards import KINDS, Done, Sort, State, Wanted
from sharpen.practice.errors import NoSuchCard, NothingToTakeBack, PracticeError
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.forms import whole

ACTIONS = {"suspend": cards.suspend, "bury": cards.bury, "ask-again": cards.ask_again, "reset": cards.reset}
SAID = {
    "suspend": "Suspended: not asked until you ask for it again.",
    "bury": "Buried: not asked again today.",
    "ask-again": "It is asked again.",
    "reset": "Reset: it is new again.",
}
STATES = {
    State.NEW: "New",
    State.YOUNG: "Young",
    State.MATURE: "Mature",
    State.DUE: "Due",
    State.BURIED: "Buried",
    State.SUSPENDED: "Suspended",
    State.LEECH: "Will not stick",
}
SORTS = {
    Sort.TOPIC: "By topic",
    Sort.DUE: "Due first",
    Sort.RECALL: "Weakest recall first",
    Sort.LAPSES: "Most forgotten first",
}
REMEMBERED = 100
"""How many things that were done can be undone."""

Member = TypeVar("Member", bound=StrEnum)


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return browser(request, work, request.query_params, did=request.query_params.get("did", ""))


def browser(request: Request, work: Work, query: QueryParams, why: str = "", did: str = "") -> Response:
    """The list as a query asks for it, with the card it opens; `did` is the key of what was just done to it."""
    wanted, opened = _wanted(query), query.get("open", "")
    try:
        preview = cards.preview(work, opened) if opened else None
    except NoSuchCard as problem:
        preview, why = None, why or str(problem)
    page, by_htmx = cards.listed(work, wanted, whole(query.get("page", "")) or 1), view.by_htmx(request)
    asked = _asked(wanted)
    answer = view.page(
        request,
        work,
        "cards/_browser.html" if by_htmx else "cards/cards.html",
        400 if why and not by_htmx else 200,
        page=page,
        wanted=wanted,
        preview=preview,
        query=urlencode(asked),
        here=urlencode(asked | ({"page": page.number} if page.number > 1 else {})),
        outline=card_pool.outline(work),
        with_cards=_with_cards(work) if not by_htmx else (),
        kinds=KINDS,
        states=STATES,
        sorts=SORTS,
        binned=len(own.binned(work)),
        why=why,
        did=did if did in request.app.state.done_to_cards else "",
        said=request.app.state.done_to_cards.get(did, ("",))[0],
        made=query.get("made", ""),
        deleted=query.get("deleted", ""),
    )
    answer.headers["cache-control"] = "no-store"
    shown = asked | ({"page": str(page.number)} if page.number > 1 else {}) | ({"open": opened} if opened else {})
    answer.headers["hx-replace-url"] = f"/cards?{urlencode(shown)}" if shown else "/cards"
    return answer


async def act(request: Request) -> Response:
    """Do something with one card; then the list again, as it was."""
    if request.path_params["action"] not in (*ACTIONS, "undo"):
        raise HTTPException(404)
    form = await request.form()
    return await run_in_threadpool(_act, request, form)


def _act(request: Request, form: FormData) -> Response:
    ws, why, did = view.workspace(request), "", ""
    query = QueryParams(str(form.get("back", "")))
    try:
        if request.path_params["action"] == "undo":
            did = _undo(request, str(form.get("did", "")))
        else:
            action = request.path_params["action"]
            did = _remember(request, SAID[action], ACTIONS[action](ws, str(form.get("item", ""))))
    except PracticeError as problem:
        why = str(problem)
    if why or view.by_htmx(request):
        with ws.reading() as work:
            return browser(request, work, query, why, did)
    return RedirectResponse(f"/cards?{urlencode({**query, 'did': did} if did else query)}", 303)


def _remember(request: Request, said: str, done: Done) -> str:
    known, key = request.app.state.done_to_cards, secrets.token_urlsafe(6)
    known[key] = (said, done)
    for old in list(known)[:-REMEMBERED]:
        known.pop(old, None)
    return key


def _undo(request: Request, key: str) -> str:
    """Take back what has this key; the key of what was done before it. Raises NothingToTakeBack."""
    known = request.app.state.done_to_cards
    if key not in known:
        raise NothingToTakeBack("That cannot be taken back any more: it is too long ago, or sharpen was restarted.")
    _, done = known.pop(key)
    cards.undo(view.workspace(request), done)
    return next(reversed(known), "")


def _wanted(query: QueryParams) -> Wanted:
    """What an address asks for; what it asks wrongly is not asked."""
    return Wanted(
        words=query.get("q", "").strip(),
        topic=query.get("topic", ""),
        state=_member(State, query.get("state", "")),
        kind=_member(ItemKind, query.get("kind", "")),
        sort=_member(Sort, query.get("sort", "")) or Sort.TOPIC,
    )


def _asked(wanted: Wanted) -> dict[str, str]:
    """The fields of the address that asks for these."""
    fields = {
        "q": wanted.words,
        "topic": wanted.topic,
        "state": wanted.state or "",
        "kind": wanted.kind or "",
        "sort": "" if wanted.sort is Sort.TOPIC else wanted.sort,
    }
    return {name: str(value) for name, value in fields.items() if value}


def _with_cards(work: Work) -> set[str]:
    """The topics and decks that have cards."""
    return {item.topic for item in work.library.cards.index().values()} | set(work.cards.topics())


def _member(kind: type[Member], text: str) -> Member | None:
    return next((each for each in kind if each == text), None)


ROUTES = [
    Route("/cards", show),
    Route("/cards/{action}", act, methods=["POST"]),
]
