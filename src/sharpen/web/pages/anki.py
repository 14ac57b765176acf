"""Anki: cards out to a package, cards in from one, and the decks that were brought."""

import secrets
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.card import MY_CARDS
from sharpen.domain.item import ItemKind
from sharpen.practice import Workspace
from sharpen.practice.day import plan
from sharpen.practice.errors import BadAnkiFile, BadPlan, NothingToExport, NothingToTakeBack
from sharpen.practice.exchange import anki, copies
from sharpen.practice.exchange.anki import Imported, Selection
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.forms import weights_in
from sharpen.web.security import PICTURE_POLICY

PIECE = 1 << 20
REMEMBERED = 20
"""How many results of imports can be looked at again."""


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(request: Request, work: Work, why: str = "") -> Response:
    """The page, with what was just done if its address says so and it is still true."""
    asked, last = request.query_params, copies.last_import(view.workspace(request))
    imported: Imported | None = request.app.state.imports.get(asked.get("imported"))
    undone = last.undone if last and not last.replaced else None
    if undone and imported and last and imported.before == last.copy:
        imported = None
    else:
        undone = undone if "undone" in asked else None
    outline, with_cards = work.library.outline, {item.topic for item in work.library.cards.index().values()}
    page = view.page(
        request,
        work,
        "anki/anki.html",
        400 if why else 200,
        groups=[
            (group, topics)
            for group in outline.groups
            if (topics := [topic for topic in group.topics if topic.id in with_cards])
        ],
        rounds=outline.rounds,
        own=MY_CARDS if MY_CARDS in work.cards.topics() else "",
        kinds=anki.KINDS,
        decks=anki.decks(work),
        parts=PARTS,
        weight=work.plans.get().weights.get,
        why=why,
        imported=imported,
        removed=int(removed) if (removed := asked.get("removed", "")).isdecimal() and len(removed) < 10 else None,
        undone=undone,
        last=last if last and last.stands and not why else None,
        since=view.moment(last.at) if last else "",
        reviews=work.reviews.between(last.at, datetime.now(UTC))[0] if last else 0,
    )
    page.headers["cache-control"] = "no-store" if request.method == "GET" else "no-cache"
    return page


def package(request: Request) -> Response:
    """The cards selected, as a file to download."""
    asked = request.query_params
    which = asked.get("which", "")
    try:
        kinds = frozenset(map(ItemKind, asked.getlist("kind")))
    except ValueError:
        raise HTTPException(400, f"The kinds of cards are {', '.join(anki.KINDS)}.") from None
    selection = Selection(kinds=kinds, met="met" in asked, schedule="schedule" in asked)
    if which in view.workspace(request).library.outline.rounds:
        selection = replace(selection, rounds=frozenset({which}))
    elif which:
        selection = replace(selection, topics=frozenset({which}))
    with tempfile.TemporaryDirectory() as folder, view.workspace(request).reading() as work:
        path = Path(folder) / "sharpen.apkg"
        try:
            anki.export(work, path, selection)
        except NothingToExport as problem:
            return _page(request, work, str(problem))
        name = f"sharpen-{which.replace('/', '-')}.apkg" if which else "sharpen.apkg"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(path.read_bytes(), media_type="application/apkg", headers=headers)


def image(request: Request) -> Response:
    """An image on a card; under its name there is never another."""
    name = request.path_params["name"]
    with view.workspace(request).reading() as work:
        data = anki.image(work, name)
    kind = name.rpartition(".")[2].replace("jpg", "jpeg")
    headers = {"content-security-policy": PICTURE_POLICY, "cache-control": "private, max-age=31536000, immutable"}
    return Response(data, media_type=f"image/{kind}", headers=headers)


async def bring(request: Request) -> Response:
    async with request.form() as form:  # a large file lies on the disk until the form is closed
        return await run_in_threadpool(_bring, request, form)


def _bring(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        imported = _imported(ws, form)
    except BadAnkiFile as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    results, key = request.app.state.imports, secrets.token_urlsafe(6)
    results[key] = imported
    for old in list(results)[:-REMEMBERED]:
        results.pop(old, None)
    return RedirectResponse(f"/anki?imported={key}", 303)


def _imported(ws: Workspace, form: FormData) -> Imported:
    """The result of importing the package in a form. Raises BadAnkiFile."""
    upload = form.get("file")
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise BadAnkiFile("Choose a file first: one that Anki exported, .apkg or .colpkg.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "package"
        with path.open("wb") as file:
            while piece := upload.file.read(PIECE):
                file.write(piece)
        return anki.import_(ws, path, schedule="schedule" in form)


async def remove(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_remove, request, str(form.get("deck", "")))


def _remove(request: Request, deck: str) -> Response:
    removed = anki.remove(view.workspace(request), deck)
    return RedirectResponse(f"/anki?removed={removed}", 303)


async def undo(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_undo, request, str(form.get("copy", "")))


def _undo(request: Request, copy: str) -> Response:
    ws = view.workspace(request)
    try:
        copies.undo(ws, copy)
    except NothingToTakeBack as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return RedirectResponse("/anki?undone", 303)


async def share(request: Request) -> Response:
    """How much of the daily review decks get: a field for each, named by its id."""
    form = await request.form()
    return await run_in_threadpool(_share, request, form)


def _share(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        plan.change(ws, weights=weights_in(form))
    except BadPlan as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return RedirectResponse("/anki#decks", 303)


PARTS = (
    (0, "not at all"),
    (0.1, "a tenth of the minutes"),
    (0.25, "a quarter of the minutes"),
    (0.5, "half of the minutes"),
    (1, "like all else"),
)
"""How much of the daily review a deck may get."""
UPLOADS = {"/anki/import": 512 << 20}
"""A package brings its pictures along."""
ROUTES = [
    Route("/anki", show),
    Route("/anki/package", package),
    Route("/anki/images/{name}", image),
    Route("/anki/import", bring, methods=["POST"]),
    Route("/anki/share", share, methods=["POST"]),
    Route("/anki/remove", remove, methods=["POST"]),
    Route("/anki/undo", undo, methods=["POST"]),
]
