"""Progress: how ready one is by round, group and topic, how that came about, and where the time went.

What was done is a part of its own, asked for when the page is there: it reads thousands of reviews and attempts.
"""

from datetime import UTC, date, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.domain.readiness import Belief, ReadinessDay
from sharpen.practice.day import coverage, history, readiness, time_spent
from sharpen.practice.day.readiness import Readiness, Together
from sharpen.practice.work import Work, plan_of
from sharpen.web import heat_map, view
from sharpen.web.charts import Between, Trend, trend

WEAKEST = 6


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work, done="done" in request.query_params)


def _page(request: Request, work: Work, *, done: bool) -> Response:
    found, mine, today = readiness.gather(work), plan_of(work), day_of(datetime.now(UTC))
    last = mine.date if mine.date and found.days is not None else today
    days = history.lately(work)
    return view.page(
        request,
        work,
        "progress/progress.html",
        readiness=found,
        plan=mine,
        weakest=found.weakest[:WEAKEST],
        shade=heat_map.shade,
        states=readiness.STATES,
        trend=_drawn(found.loop, [(day.day, day.loop) for day in days], today, last),
        trends={each.id: _drawn(each.whole, history.of_round(days, each.id), today, last) for each in found.rounds},
        stale=bool(found.loop.met) and not _is_kept(days, found, today),
        printed=today,
        **({"with_done": True} | _done(work) if done else {"with_done": False}),
    )


def _drawn(whole: Together, days: list[tuple[date, float]], today: date, last: date) -> Trend:
    return trend(days, today, _between(whole.now), last, _between(whole.then))


def _between(belief: Belief) -> Between:
    return belief.mean, belief.low, belief.high


def _is_kept(days: list[ReadinessDay], found: Readiness, today: date) -> bool:
    """Whether what is believed today was kept, as far as one can see on the page."""
    return bool(days) and days[-1].day == today and abs(days[-1].loop - found.loop.now.mean) < 10**-history.DIGITS


def done(request: Request) -> Response:
    """What was done: time by round, the mix of problems, and whether memory does what is predicted."""
    if not view.by_htmx(request):
        return RedirectResponse("/progress?done", 303)
    with view.workspace(request).reading() as work:
        return view.page(request, work, "progress/_done.html", **_done(work))


def _done(work: Work) -> dict[str, Any]:
    bins = work.reviews.by_bin().values()
    total = sum(count for count, _, _ in bins)
    mixed = coverage.mix(work)
    return {
        "time": time_spent.gather(work),
        "mix": mixed,
        "solved": sum(mixed.values()),
        "aim": coverage.AIM,
        "predicted": sum(predicted for _, _, predicted in bins) / total if total else None,
        "remembered": sum(remembered for _, remembered, _ in bins) / total if total else None,
        "reviews": total,
    }


async def keep(request: Request) -> Response:
    """Keep how ready one is today; a script of ours asks for it when it sees that it was not."""
    await run_in_threadpool(history.keep, view.workspace(request))
    return Response(status_code=204)


ROUTES = [
    Route("/progress", show),
    Route("/progress/done", done),
    Route("/progress/today", keep, methods=["POST"]),
]
