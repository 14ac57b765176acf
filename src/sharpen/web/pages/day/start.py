"""Start: four questions, each of which may be left out: what for, when, how much time, and what one is sure of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.domain.plan import WEEKDAYS, Plan
from sharpen.practice.day import plan
from sharpen.practice.day.possible import possible
from sharpen.practice.errors import BadPlan
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.forms import whole
from sharpen.web.slow import Slow, Wanted

Typed = FormData | QueryParams


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work, _fields(work.plans.get(), request.query_params))


def _page(request: Request, work: Work, fields: Mapping[str, Any], why: str = "") -> Response:
    library = work.library
    return view.page(
        request,
        work,
        "start/start.html",
        400 if why else 200,
        fields=fields,
        why=why,
        roles=list(library.loops.roles.values()),
        levels=list(library.loops.levels.values()),
        weekdays=WEEKDAYS,
        rounds=[
            (title, [group for group in library.outline.groups if group.round == key])
            for key, title in library.outline.rounds.items()
        ],
    )


def _fields(mine: Plan, asked: QueryParams) -> dict[str, Any]:
    """What the form shows: the plan, or what a door of the home page brought along."""
    ahead = mine.date and mine.date > day_of(datetime.now(UTC))
    return {
        "role": mine.role,
        "level": mine.level,
        "date": asked.get("date", mine.date.isoformat() if mine.date and ahead else ""),
        "minutes": asked.get("minutes", str(mine.minutes)),
        "days_off": [str(day) for day in mine.days_off],
        "sure_of": mine.sure_of,
    }


async def change(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_change, request, form)


def _change(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        plan.change(ws, **_typed(form))
    except BadPlan as problem:
        fields: dict[str, Any] = {name: str(form.get(name, "")) for name in ("role", "level", "date", "minutes")}
        fields |= {name: [str(one) for one in form.getlist(name)] for name in ("days_off", "sure_of")}
        with ws.reading() as work:
            return _page(request, work, fields, str(problem))
    return RedirectResponse("/placement", 303)


def _typed(form: Typed) -> dict[str, Any]:
    """What the four questions were answered with. Raises BadPlan for what is no date or number."""
    when, minutes = str(form.get("date", "")).strip(), whole(str(form.get("minutes", "")).strip())
    off = [whole(str(day)) for day in form.getlist("days_off")]
    if minutes is None or None in off:
        raise BadPlan("The minutes of a day are a whole number from 1 to 600. Nothing was changed.")
    try:
        day = date.fromisoformat(when) if when else None
    except ValueError:
        raise BadPlan("A date is written like 2027-03-01; leave it empty for none. Nothing was changed.") from None
    return {
        "date": day,
        "no_date": day is None,
        "minutes": minutes,
        "role": str(form.get("role", "")),
        "level": str(form.get("level", "")),
        "days_off": frozenset(off),
        "sure_of": [str(group) for group in form.getlist("sure_of")],
    }


async def outlook(request: Request) -> Response:
    """What the answers so far would lead to, before they are saved: a part of the page, for a script of ours."""
    if not view.by_htmx(request):
        return RedirectResponse("/start", 303)
    slow: Slow = request.app.state.slow
    return await slow.page(request, _outlook)


def _outlook(request: Request, wanted: Wanted) -> Response:
    with view.workspace(request).reading() as work:
        try:
            given = _typed(request.query_params)
            possible(given, {}, work.library)
        except BadPlan as problem:
            return view.page(request, work, "start/_outlook.html", why=str(problem), forecast=None)
        told = {name: given[name] for name in ("date", "minutes", "days_off")}
        wished = replace(work.plans.get(), **told)
        found = plan.forecast(work, request.app.state.forecasts, wanted, wished)
        return view.page(request, work, "start/_outlook.html", why="", forecast=found, plan=wished)


ROUTES = [
    Route("/start", show),
    Route("/start", change, methods=["POST"]),
    Route("/start/outlook", outlook),
]
