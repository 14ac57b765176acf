"""The plan: the date of the interview, the minutes of a day, and what that leads to."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
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
        why=why,
        outline=work.library.outline,
        topics_with_items={item.topic for item in work.library.cards.index().values()},
        weight=mine.weights.get,
        **({"forecast": None, "plan": mine} | dict(drawn or {})),
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


NAV = ("/plan", "Plan")
ROUTES = [
    Route("/plan", show),
    Route("/plan", change, methods=["POST"]),
    Route("/plan/weights", weigh, methods=["POST"]),
    Route("/plan/forecast", forecast),
    Route("/plan/ahead", ahead),
    Route("/plan/outlook", outlook),
]
