"""Statistics: what was reviewed, whether memory does what was predicted of it, and how firm each topic is."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.day import day_of
from sharpen.practice.day import fit, statistics
from sharpen.practice.day.statistics import Topic
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work
from sharpen.web import view
from sharpen.web.charts import bars, every_day

SHOWN_DAYS = 84


def show(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(request: Request, work: Work) -> Response:
    found = statistics.gather(work)
    days = {day.date: (float(day.reviews - day.met), float(day.met), day.minutes) for day in found.days[-SHOWN_DAYS:]}
    shown = every_day(days, day_of(datetime.now(UTC)), SHOWN_DAYS)
    return view.page(
        request,
        work,
        "statistics/statistics.html",
        statistics=found,
        fit=fit.status(work),
        doing=None,
        why="",
        total=sum(day.reviews for day in found.days),
        minutes=sum(day.minutes for day in found.days),
        reviews=bars([(day, values[:2]) for day, values in shown]),
        time=bars([(day, values[2:]) for day, values in shown]),
        shown=shown,
        rounds=by_round(found.topics, card_pool.outline(work).rounds),
        unmet=sum(not topic.met for topic in found.topics),
        most=max((one.reviews for one in found.bins), default=1),
    )


def by_round(topics: Iterable[Topic], rounds: Mapping[str, str]) -> list[tuple[str, list[Topic]]]:
    """The topics of which something was met, under the titles of their rounds, the least remembered first."""
    met = [topic for topic in topics if topic.met]
    return [
        (title, sorted(mine, key=lambda topic: topic.recall))
        for round_, title in rounds.items()
        if (mine := [topic for topic in met if topic.round == round_])
    ]


ROUTES = [Route("/statistics", show)]
