"""Home: what this is, where to start, and the six rounds."""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.content.library import Library
from sharpen.domain.attempt import Progress
from sharpen.domain.problem import Problem
from sharpen.domain.topic import Topic
from sharpen.practice.solving import attempts, drafts, next_problem
from sharpen.practice.work import Work
from sharpen.web import view

FIRST = "k-means"
"""Where a newcomer starts, if it is there."""
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
    library, progress, mine = work.library, attempts.progress(work), work.plans.get()
    last = attempts.last_worked(work)
    solved = last is not None and progress[last] is Progress.SOLVED
    states = list(progress.values())
    return view.page(
        request,
        work,
        "home/home.html",
        problem=next_problem.after(work, last)
        if last and solved
        else library.problems[last]
        if last
        else first(library),
        solved_last=library.problems[last] if last and solved else None,
        draft=drafts.draft(work, last) if last and not solved else None,
        recent=[attempt for attempt in work.attempts.recent(RECENT) if attempt.problem in library.problems],
        problems=library.problems,
        topics={topic.id: topic for topic in library.outline},
        solved=sum(state in (Progress.SOLVED, Progress.RUSTY) for state in states),
        total=len(states),
        rounds=rounds(library, progress),
        plan=mine,
        left=mine.days_left(datetime.now(UTC)),
    )


def first(library: Library) -> Problem | None:
    """The problem to start with, or None while there is none at all."""
    problems = library.problems
    return problems.get(FIRST) or next(iter(problems.values()), None)


def rounds(library: Library, progress: dict[str, Progress]) -> list[Round]:
    """The rounds in the guide's order, with what is there of each."""
    stats = library.stats()["topics"]
    found = []
    for key, title in library.outline.rounds.items():
        topics = [topic for topic in library.outline if topic.round == key]
        ready = [topic for topic in topics if stats[topic.id]["lesson"] or stats[topic.id]["problems"]]
        slugs = [problem.slug for topic in ready for problem in library.problems.of_topic(topic.id)]
        solved = sum(progress[slug] in (Progress.SOLVED, Progress.RUSTY) for slug in slugs)
        found.append(Round(title, ready, [topic for topic in topics if topic not in ready], len(slugs), solved))
    return found


ROUTES = [Route("/", home)]
