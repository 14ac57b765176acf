"""Settings: how it looks, where the data is, all of it out and in again, and the ways to what else can be set."""

import secrets
import tempfile
from datetime import UTC, datetime
from typing import IO, Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.practice.day import fit
from sharpen.practice.errors import BadBackup, NothingToTakeBack
from sharpen.practice.exchange import backup, copies, tables
from sharpen.practice.exchange.backup import Summary
from sharpen.practice.exchange.document import parsed
from sharpen.practice.interviewer import plugging
from sharpen.practice.work import Work
from sharpen.web import view

A_YEAR = 31_536_000
WAITING = 2
"""How many files that were looked at can still be imported."""


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(
    request: Request, work: Work, why: str = "", would: Summary | None = None, key: str = "", did: Summary | None = None
) -> Response:
    ws, asked = view.workspace(request), request.query_params
    last = copies.last_import(ws)
    file = ws.store.file
    page = view.page(
        request,
        work,
        "settings/settings.html",
        400 if why else 200,
        plan=work.plans.get(),
        left=_left(work),
        plugged=plugging.plugged_in(ws),
        fit=fit.status(work),
        file=file,
        bytes=file.stat().st_size if file else 0,
        recordings=len(work.recordings.listed()),
        why=why,
        would=would,
        key=key,
        did=did,
        undone="undone" in asked and not why,
        last=last if last and last.stands and not would else None,
        since=view.moment(last.at) if last else "",
    )
    page.headers["cache-control"] = "no-store"
    return page


def _left(work: Work) -> int | None:
    date = work.plans.get().date
    left = (date - day_of(datetime.now(UTC))).days if date else None
    return left if left is not None and left >= 0 else None


async def theme(request: Request) -> Response:
    """Light, dark, or as the machine says."""
    form = await request.form()
    answer, chosen = RedirectResponse("/settings", 303), str(form.get("scheme", ""))
    if chosen in view.SCHEMES:
        answer.set_cookie("scheme", chosen, max_age=A_YEAR, path="/", samesite="strict")
    else:
        answer.delete_cookie("scheme", path="/", samesite="strict")
    return answer


def attempts(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _table(tables.attempts(work), "sharpen-attempts.csv")


def reviews(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _table(tables.reviews(work), "sharpen-reviews.csv")


def _table(text: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


async def look(request: Request) -> Response:
    """Say what importing a backup would do."""
    async with request.form() as form:  # a large file lies on the disk until the form is closed
        return await run_in_threadpool(_look, request, form)


def _look(request: Request, form: FormData) -> Response:
    ws, upload = view.workspace(request), form.get("file")
    try:
        if not isinstance(upload, UploadFile) or not upload.filename:
            raise BadBackup("Choose a file first: one that sharpen exported, .json.")
        text = upload.file.read()
        would = backup.preview(ws, parsed(text))
    except BadBackup as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    key = _kept(request.app.state.backups, text) if would.changes else ""
    with ws.reading() as work:
        return _page(request, work, would=would, key=key)


def _kept(waiting: dict[str, IO[bytes]], text: bytes) -> str:
    """Keep a file until it is imported or others came; the key to it."""
    file = tempfile.TemporaryFile()  # noqa: SIM115
    file.write(text)
    key = secrets.token_urlsafe(6)
    waiting[key] = file
    for old in list(waiting)[:-WAITING]:
        waiting.pop(old).close()
    return key


async def bring(request: Request) -> Response:
    """Import the backup that was looked at."""
    form = await request.form()
    return await run_in_threadpool(_bring, request, str(form.get("key", "")))


def _bring(request: Request, key: str) -> Response:
    ws, waiting = view.workspace(request), request.app.state.backups
    file: IO[bytes] | None = waiting.pop(key, None)
    try:
        if file is None:
            raise BadBackup("That file is not kept any more. Choose it again.")
        with file:
            file.seek(0)
            did = backup.import_(ws, parsed(file.read()))
    except BadBackup as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    with ws.reading() as work:
        return _page(request, work, did=did)


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
    return RedirectResponse("/settings?undone", 303)


UPLOADS: dict[str, Any] = {"/settings/look": 1 << 30}
"""A backup brings its recordings along."""
ROUTES = [
    Route("/settings", show),
    Route("/settings/theme", theme, methods=["POST"]),
    Route("/settings/attempts.csv", attempts),
    Route("/settings/reviews.csv", reviews),
    Route("/settings/look", look, methods=["POST"]),
    Route("/settings/import", bring, methods=["POST"]),
    Route("/settings/undo", undo, methods=["POST"]),
]
