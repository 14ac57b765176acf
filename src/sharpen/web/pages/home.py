"""Home: what to do today, and the six rounds; on the first day also what this is."""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.content.library import Library
from sharpen.domain.attempt import Progress
from sharpen.domain.topic import Topic
from sharpen.practice.day import lately, streak, today
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work, plan_of
from sharpen.web import tasks, view
from sharpen.web.pages import first_visit

RECENT = 3
"""Attempts listed."""


@dataclass(frozen=True)
class Round:
    """One round of the loop: topics one can open, and those still to come."""

    title: str
    ready: list[Topic]
    coming: list[Topic]
    problems: int
    solved: int


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
        rounds=rounds(library, progress),
        plan=mine,
        left=mine.days_left(datetime.now(UTC)),
    )


def rounds(library: Library, progress: dict[str, Progress]) -> list[Round]:
    """The rounds in the guide's order, with what is there of each."""
    stats = library.stats()["topics"]
    found = []
    for key, title in library.outline.rounds.items():
        topics = [topic for topic in library.outline if topic.round == key]
        ready = [topic for topic in topics if stats[topic.id]["lesson"] or stats[topic.id]["problems"]]
        slugs = [problem.slug for topic in ready for problem in library.problems.of_topic(topic.id)]
        solved = sum(progress[slug].is_solved for slug in slugs)
        found.append(Round(title, ready, [topic for topic in topics if topic not in ready], len(slugs), solved))
    return found


ROUTES = [Route("/", home)]
