"""Home: what to do today, and the six rounds; on the first day also what this is."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.domain.attempt import Progress
from sharpen.practice.day import lately, streak, today
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work, plan_of
from sharpen.web import heat_map, tasks, view
from sharpen.web.pages import first_visit

RECENT = 3
"""Attempts listed."""


def home(request: Request) -> Response:
    with view.workspace(request).reading() as work:
        return _page(request, work)


def _page(request: Request, work: Work) -> Response:
    library, progress, mine = work.library, attempts.progress(work), plan_of(work)
    states = list(progress.values())
    found = today.gather(work)
    return view.page(
        request,
        work,
        "home/home.html",
        today=found,
        lately=lately.gather(work, found.ready),
        streak=streak.gather(work),
        address_of=tasks.address_of,
        words=tasks.WORDS,
        newcomer=not any(state is not Progress.NEW for state in states) and not work.reviews.pace(),
        first=first_visit.of(library),
        recent=[attempt for attempt in work.attempts.recent(RECENT) if attempt.problem in library.problems],
        problems=library.problems,
        solved=sum(state.is_solved for state in states),
        total=len(states),
        rounds=heat_map.rounds(library, found.readiness, progress),
        plan=mine,
        left=mine.days_left(datetime.now(UTC)),
    )


ROUTES = [Route("/", home)]
