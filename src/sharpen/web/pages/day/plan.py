"""The plan: the date of the interview, the minutes of a day, and what that leads to."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.domain.plan import Plan
from sharpen.practice.day import plan
from sharpen.practice.day.plan import Forecast
from sharpen.practice.errors import BadPlan
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.charts import Bars, bars


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def forecast(request: Request) -> Response:
    """The forecast alone for a script of ours; the whole page with it otherwise."""
    with view.workspace(request).reading() as work:
        drawn = _drawn(plan.forecast(work))
        if view.by_htmx(request):
            return view.page(request, work, "plan/_forecast.html", **drawn)
        return _page(request, work, drawn=drawn)


def ahead(request: Request) -> Response:
    """What the coming days bring: a part of the page of statistics, asked for by a script of ours."""
    if not view.by_htmx(request):
        return RedirectResponse("/plan/forecast", 303)
    with view.workspace(request).reading() as work:
        return view.page(request, work, "plan/_ahead.html", **_drawn(plan.forecast(work)))


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
        plan=mine,
        fields={name: value if typed is None else str(typed.get(name, "")) for name, value in fields.items()},
        tomorrow=today + timedelta(days=1),
        left=(mine.date - today).days if mine.date else None,
        why=why,
        **(drawn or {"forecast": None}),
    )


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
    """What the form asks for. Raises BadPlan for what is no date or number."""
    given = {name: str(form.get(name, "")).strip() for name in ("date", "minutes", "retention", "new_a_day")}
    try:
        return {
            "date": date.fromisoformat(given["date"]) if given["date"] else None,
            "no_date": not given["date"],
            "minutes": int(given["minutes"]),
            "retention": float(given["retention"]) / 100,
            "new_a_day": int(given["new_a_day"]),
        }
    except ValueError:
        raise BadPlan(
            "The plan needs whole numbers, and a date like 2027-03-01 or none. Nothing was changed."
        ) from None


NAV = ("/plan", "Plan")
ROUTES = [
    Route("/plan", show),
    Route("/plan", change, methods=["POST"]),
    Route("/plan/forecast", forecast),
    Route("/plan/ahead", ahead),
]
