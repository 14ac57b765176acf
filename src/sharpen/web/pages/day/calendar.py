"""The calendar: what each day until the interview holds and why, and putting things elsewhere."""

from datetime import date, time
from itertools import groupby

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.calendar import Day
from sharpen.practice.day import calendar, calendar_file
from sharpen.practice.errors import BadPlan
from sharpen.practice.work import Work, plan_of
from sharpen.web import tasks, view

NEAR = 4
"""Weeks that are shown open."""
FILE = "sharpen.ics"


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(request: Request, work: Work, why: str = "") -> Response:
    found, plan = calendar.gather(work), plan_of(work)
    return view.page(
        request,
        work,
        "calendar/calendar.html",
        400 if why else 200,
        weeks=_weeks(found.days),
        near=NEAR,
        skipped=found.skipped,
        plan=plan,
        first=found.days[0].date if found.days else None,
        evening=calendar_file.EVENING,
        words=tasks.WORDS,
        address_of=tasks.address_of,
        why=why,
    )


def _weeks(days: tuple[Day, ...]) -> list[list[Day]]:
    return [list(week) for _, week in groupby(days, key=lambda day: day.date.isocalendar()[:2])]


async def change(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_change, request, form)


def _change(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    kind, id_, day = (str(form.get(name, "")) for name in ("kind", "id", "day"))
    try:
        if "free" in form:
            calendar.free(ws, kind, id_)
        else:
            calendar.move(ws, kind, id_, None if "skip" in form else _date(day))
    except BadPlan as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return RedirectResponse(f"/calendar#day-{day}" if day and "skip" not in form else "/calendar", 303)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadPlan("A day looks like 2027-03-01. Nothing was moved.") from None


def download(request: Request) -> Response:
    """The file for calendars; with `at`, its events begin at that time of day."""
    try:
        at = time.fromisoformat(request.query_params.get("at") or calendar_file.EVENING.isoformat())
    except ValueError:
        at = calendar_file.EVENING
    with view.workspace(request).reading() as work:
        found, date_ = calendar.gather(work), plan_of(work).date
    text = calendar_file.write(found, date_, at.replace(tzinfo=None), calendar_file.local_zone())
    headers = {"content-disposition": f'attachment; filename="{FILE}"', "cache-control": "no-store"}
    return Response(text, media_type="text/calendar", headers=headers)


ROUTES = [
    Route("/calendar", show),
    Route("/calendar", change, methods=["POST"]),
    Route(f"/{FILE}", download),
]
