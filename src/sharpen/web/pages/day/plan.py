"""The plan: the date of the interview, the minutes of a day, and what that leads to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.domain.plan import WEEKDAYS, Plan
from sharpen.practice.day import agenda, plan
from sharpen.practice.day.curve import Curve, curve
from sharpen.practice.day.plan import Forecast
from sharpen.practice.day.possible import possible
from sharpen.practice.errors import BadPlan
from sharpen.practice.work import Work
from sharpen.web import charts, view
from sharpen.web.charts import Bars, bars
from sharpen.web.forms import weights_in
from sharpen.web.slow import Slow, Wanted


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


async def forecast(request: Request) -> Response:
    """The forecast alone for a script of ours; the whole page with it otherwise."""
    return await _slowly(request, "plan/_forecast.html" if view.by_htmx(request) else "")


async def ahead(request: Request) -> Response:
    """What the coming days bring: a part of the page of statistics, asked for by a script of ours."""
    return await _slowly(request, "plan/_ahead.html") if view.by_htmx(request) else _whole()


async def outlook(request: Request) -> Response:
    """What will be remembered on the day, in two sentences: a part of the home page, asked for by a script of ours."""
    return await _slowly(request, "plan/_outlook.html") if view.by_htmx(request) else _whole()


async def along(request: Request) -> Response:
    """The curve of the plan for a date that need not be saved: alone for a script of ours, the whole page otherwise."""
    slow: Slow = request.app.state.slow
    return await slow.page(request, _along)


def _along(request: Request, wanted: Wanted) -> Response:
    with view.workspace(request).reading() as work:
        try:
            wished = _wished(request, work)
        except BadPlan as problem:
            drawn: dict[str, Any] = {"curve": None, "curve_why": str(problem)}
        else:
            kept = request.app.state.forecasts
            saved = plan.forecast(work, kept, wanted).reach[0]
            drawn = _curve(curve(work, wished, kept, wanted), wished) | {"saved": saved}
        if view.by_htmx(request):
            return view.page(request, work, "plan/_curve.html", outline=work.library.outline, **drawn)
        return _page(request, work, drawn=drawn)


def _wished(request: Request, work: Work) -> Plan:
    """The learner's plan with the date that is asked about, if one is. Raises BadPlan for one that cannot be."""
    mine, asked = work.plans.get(), request.query_params.get("date")
    if asked is None:
        return mine
    try:
        wished = date.fromisoformat(asked) if asked else None
    except ValueError:
        raise BadPlan("A date is written like 2027-03-01.") from None
    possible({"date": wished}, {}, work.library)
    return replace(mine, date=wished)


def _curve(found: Curve, wished: Plan) -> dict[str, Any]:
    """What the curve's template shows."""
    line = charts.Curve(tuple((point.minutes, point.recall) for point in found.points))
    own = next(point for point in found.points if point.minutes == wished.minutes)
    by_round = {
        key: [topic for topic in found.topics if topic.round == key] for key in {one.round for one in found.topics}
    }
    return {"curve": found, "curve_why": "", "line": line, "own": own, "reached": by_round}


def _whole() -> Response:
    return RedirectResponse("/plan/forecast", 303)


async def _slowly(request: Request, part: str) -> Response:
    """A part of a page that shows the forecast, or the whole page of the plan."""

    def made(request: Request, wanted: Wanted) -> Response:
        with view.workspace(request).reading() as work:
            found = plan.forecast(work, request.app.state.forecasts, wanted)
            drawn = _drawn(found) | {"plan": work.plans.get()}
            return view.page(request, work, part, **drawn) if part else _page(request, work, drawn=drawn)

    slow: Slow = request.app.state.slow
    return await slow.page(request, made)


def _page(
    request: Request,
    work: Work,
    why: str = "",
    typed: FormData | None = None,
    drawn: Mapping[str, Any] | None = None,
) -> Response:
    mine, today = work.plans.get(), day_of(datetime.now(UTC))
    fields = _fields(mine, today)
    return view.page(
        request,
        work,
        "plan/plan.html",
        400 if why else 200,
        fields={name: value if typed is None else str(typed.get(name, "")) for name, value in fields.items()},
        left=(mine.date - today).days if mine.date else None,
        today=today,
        review_part=agenda.part(work, mine, datetime.now(UTC)),
        what_for=_what_for(work, mine),
        why=why,
        outline=work.library.outline,
        topics_with_items={item.topic for item in work.library.cards.index().values()},
        weight=mine.weights.get,
        **({"forecast": None, "curve": None, "curve_why": "", "plan": mine} | dict(drawn or {})),
    )


def _what_for(work: Work, mine: Plan) -> list[str]:
    """Role, level and days off, in words."""
    loops = work.library.loops
    named = [
        shelf[name].title for shelf, name in ((loops.roles, mine.role), (loops.levels, mine.level)) if name in shelf
    ]
    off = ", ".join(WEEKDAYS[day] for day in sorted(mine.days_off))
    return [*named, f"off on {off}" if off else "no days off"]


def _fields(mine: Plan, today: date) -> dict[str, str]:
    """What the form shows at first. A date that is over is left out: else nothing could be saved beside it."""
    return {
        "date": mine.date.isoformat() if mine.date and mine.date > today else "",
        "minutes": str(mine.minutes),
        "retention": f"{mine.retention * 100:g}",
        "new_a_day": str(mine.new_a_day),
    }


def _drawn(forecast: Forecast) -> dict[str, Any]:
    """What the forecast's template shows."""
    reviews: Bars = bars([(day.date, (day.reviews - day.new, day.new)) for day in forecast.days])
    minutes: Bars = bars([(day.date, (day.minutes,)) for day in forecast.days])
    topics = {one.id: [topic for topic in forecast.topics if topic.round == one.id] for one in forecast.rounds}
    return {"forecast": forecast, "reviews": reviews, "minutes": minutes, "topics": topics}


async def change(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_change, request, form)


def _change(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        plan.change(ws, **_typed(form))
    except BadPlan as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem), form)
    return RedirectResponse("/plan", 303)


def _typed(form: FormData) -> dict[str, Any]:
    """What the form asks for; a field that it left out, since it means nothing with a date, stays as it is.

    Raises BadPlan for what is no date or number.
    """
    given = {name: str(form[name]).strip() for name in ("minutes", "retention", "new_a_day") if name in form}
    when = str(form.get("date", "")).strip()
    try:
        return {
            "date": date.fromisoformat(when) if when else None,
            "no_date": not when,
            "minutes": int(given["minutes"]),
            "retention": float(given["retention"]) / 100 if "retention" in given else None,
            "new_a_day": int(given["new_a_day"]) if "new_a_day" in given else None,
        }
    except KeyError:
        raise BadPlan("The plan needs the minutes of a day. Nothing was changed.") from None
    except ValueError:
        raise BadPlan(
            "The plan needs whole numbers, and a date like 2027-03-01 or none. Nothing was changed."
        ) from None


async def weigh(request: Request) -> Response:
    """What counts how much: a field for each round and topic, named as in the plan."""
    form = await request.form()
    return await run_in_threadpool(_weigh, request, form)


def _weigh(request: Request, form: FormData) -> Response:
    ws = view.workspace(request)
    try:
        plan.change(ws, weights=weights_in(form))
    except BadPlan as problem:
        with ws.reading() as work:
            return _page(request, work, str(problem))
    return RedirectResponse("/plan", 303)


ROUTES = [
    Route("/plan", show),
    Route("/plan", change, methods=["POST"]),
    Route("/plan/weights", weigh, methods=["POST"]),
    Route("/plan/forecast", forecast),
    Route("/plan/ahead", ahead),
    Route("/plan/curve", along),
    Route("/plan/outlook", outlook),
]
