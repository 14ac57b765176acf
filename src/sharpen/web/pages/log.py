"""The log: problems solved elsewhere, what was solved in all, and the way in and out of it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import SheetRow, Went, plain_title
from sharpen.practice.day import coverage
from sharpen.practice.errors import BadText, NothingToUndo
from sharpen.practice.items import card_pool
from sharpen.practice.sheet import importing, sheet, tables
from sharpen.practice.sheet.columns import FIELDS
from sharpen.practice.work import Work
from sharpen.web import coverage_pictures as pictures
from sharpen.web import view
from sharpen.web.security import PICTURE_POLICY

SHOWN = 100
"""Entries listed, unless all are asked for."""


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(request: Request, work: Work, why: str = "", typed: Mapping[str, str] | None = None) -> Response:
    rows, found = list(work.sheet_rows.everything()), coverage.gather(work)
    asked = request.query_params
    mine = [row for row in rows if row.mentions(asked.get("q", ""))]
    batch, count = importing.last_batch(work)
    today = day_of(datetime.now(UTC))
    return view.page(
        request,
        work,
        "log/log.html",
        400 if why else 200,
        rows=mine if "all" in asked else mine[:SHOWN],
        more=len(mine) - SHOWN if "all" not in asked else 0,
        total=len(rows),
        q=asked.get("q", ""),
        found=found,
        year=Markup(pictures.year(found.days, today)),
        grid=Markup(pictures.grid(found)),
        mix=Markup(pictures.mix(found)),
        titles=card_pool.titles(work),
        why=why,
        typed=dict.fromkeys(FIELDS, "") | dict(typed or {}),
        batch=batch,
        count=count,
        did=asked.get("did", ""),
        imported=asked.get("imported", ""),
        difficulties=list(Difficulty),
        went=list(Went),
    )


def entry(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _entry(request, work, sheet.find(work, request.path_params["id"]))


def _entry(request: Request, work: Work, row: SheetRow, why: str = "") -> Response:
    kin = [
        problem
        for problem in work.library.problems.values()
        if any(plain_title(each.partition(" ")[2]) == plain_title(row.title) for each in problem.kin)
    ]
    known, titles = work.memories.get(sheet.PREFIX + row.id), card_pool.titles(work)
    return view.page(
        request,
        work,
        "log/entry.html",
        400 if why else 200,
        row=row,
        kin=kin,
        memory=known.memory if known else None,
        is_due=bool(known and known.memory and known.memory.due <= datetime.now(UTC)),
        titles=titles,
        patterns=row.patterns_in(titles),
        difficulties=list(Difficulty),
        went=list(Went),
        why=why,
    )


async def add(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_add, request, _texts(form))


def _add(request: Request, texts: dict[str, str]) -> Response:
    ws = view.workspace(request)
    try:
        row = sheet.add(ws, texts)
    except BadText as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem), texts)
    return RedirectResponse(f"/log/{row.id}?did=added", 303)


async def act(request: Request) -> Response:
    """One action on an entry."""
    form = await request.form()
    action = request.path_params["action"]
    if action not in ("change", "again", "remove"):
        raise HTTPException(404)
    return await run_in_threadpool(_act, request, action, _texts(form))


def _act(request: Request, action: str, texts: dict[str, str]) -> Response:
    ws, row_id = view.workspace(request), request.path_params["id"]
    try:
        if action == "remove":
            sheet.remove(ws, row_id)
            return RedirectResponse("/log?did=removed", 303)
        if action == "again":
            sheet.solved_again(ws, row_id, texts.get("went", ""), texts.get("minutes", ""))
        else:
            sheet.change(ws, row_id, texts)
    except BadText as problem:
        with ws.reading() as work:
            return _entry(request, work, sheet.find(work, row_id), str(problem))
    return RedirectResponse(f"/log/{row_id}?did={action}", 303)


def begin(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return view.page(request, work, "log/import.html", found=None, text="", why="", fields=FIELDS)


async def look(request: Request) -> Response:
    """The preview of a table that was pasted or chosen; nothing is written."""
    async with request.form(max_part_size=tables.MOST_BYTES) as form:
        return await run_in_threadpool(_look, request, form)


def _look(request: Request, form: FormData) -> Response:
    with view.workspace(request).reading() as work:
        text, why, found = "", "", None
        try:
            text = _text(form)
            found = importing.preview(work, text, *_said(form))
        except BadText as problem:
            why = str(problem)
        return view.page(
            request, work, "log/import.html", 400 if why else 200, found=found, text=text, why=why, fields=FIELDS
        )


async def take(request: Request) -> Response:
    """Import what the preview showed, or give its refused rows as a table."""
    async with request.form(max_part_size=tables.MOST_BYTES) as form:
        return await run_in_threadpool(_take, request, form)


def _take(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        if "refused" in form:
            with ws.reading() as work:
                found = importing.preview(work, _text(form), *_said(form))
            return _file(importing.refused_as_csv(found), "not-imported.csv")
        found, _ = importing.import_(ws, _text(form), *_said(form))
    except BadText as problem:
        with ws.reading() as work:
            return view.page(
                request, work, "log/import.html", 400, found=None, text="", why=str(problem), fields=FIELDS
            )
    return RedirectResponse(f"/log?imported={len(found.rows)}", 303)


async def undo(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_undo, request, str(form.get("batch", "")))


def _undo(request: Request, batch: str) -> Response:
    ws = view.workspace(request)
    try:
        importing.undo(ws, batch)
    except NothingToUndo as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return RedirectResponse("/log?did=undone", 303)


def export(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _file(importing.export(work), "sharpen-log.csv")


def picture(request: Request) -> Response:
    """One of the pictures as a file."""
    today = day_of(datetime.now(UTC))
    draw = {"year": lambda found: pictures.year(found.days, today), "grid": pictures.grid, "mix": pictures.mix}
    name = request.path_params["name"]
    if name not in draw:
        raise HTTPException(404)
    with view.workspace(request).reading() as work:
        text = draw[name](coverage.gather(work))
    headers = {"content-security-policy": PICTURE_POLICY, "content-disposition": f'attachment; filename="{name}.svg"'}
    return Response(text, media_type="image/svg+xml", headers=headers)


def _file(text: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def _texts(form: FormData) -> dict[str, str]:
    return {name: str(value) for name, value in form.items() if isinstance(value, str)}


def _text(form: FormData) -> str:
    """The table in a form: a file's, else what was pasted. Raises BadText."""
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return tables.decoded(file.file.read(tables.MOST_BYTES + 1))
    return str(form.get("text", ""))


def _said(form: FormData) -> tuple[list[str] | None, bool | None]:
    """What the learner said of the columns, and of days; None for what they were not asked yet."""
    fields = [str(value) for value in form.getlist("field")]
    order = form.get("days")
    return fields or None, None if order is None else order == "first"


UPLOADS = dict.fromkeys(("/log/preview", "/log/import"), 2 * tables.MOST_BYTES)
ROUTES = [
    Route("/log", show),
    Route("/log", add, methods=["POST"]),
    Route("/log/import", begin),
    Route("/log/preview", look, methods=["POST"]),
    Route("/log/import", take, methods=["POST"]),
    Route("/log/undo", undo, methods=["POST"]),
    Route("/log/sharpen-log.csv", export),
    Route("/log/{name}.svg", picture),
    Route("/log/{id}", entry),
    Route("/log/{id}/{action}", act, methods=["POST"]),
]
