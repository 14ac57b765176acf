"""Today: what to do with the minutes of the day, one thing after the other, each with the reason why it is there.

What was begun and not finished comes first, then what the calendar has for today: the review, and something new. Who
has tried nothing yet begins with a problem.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from sharpen.domain.day import day_begins, day_of
from sharpen.domain.task import Kind, Task
from sharpen.practice.day import calendar, readiness, session, time_spent
from sharpen.practice.design import sittings
from sharpen.practice.mocks.suggesting import suggested
from sharpen.practice.solving import attempts
from sharpen.practice.work import Work, plan_of

LATELY = timedelta(days=14)
"""What was begun longer ago is not gone on with by itself."""
SHORTEST = 2
"""Minutes below which nothing more is looked for."""
MOST = 5
"""Things on the list of a day."""
FIRST = "k-means"
"""The problem with which a newcomer begins, if it is there."""


@dataclass(frozen=True)
class Today:
    """The list of the day, the next thing first; `minutes` are those that the plan has for it.

    `readiness` is what was believed as it was made.
    """

    tasks: tuple[Task, ...]
    minutes: int
    readiness: readiness.Readiness

    @property
    def ready(self) -> float:
        """How ready one is for the loop, from 0 to 1."""
        return self.readiness.loop.now.mean

    @property
    def total(self) -> int:
        """The minutes of all of it."""
        return sum(task.minutes for task in self.tasks)


def gather(work: Work) -> Today:
    """What to do today, within the minutes of the plan, and one thing at least while there is any."""
    ready, today = readiness.gather(work), day_of(datetime.now(UTC))
    found = list(_begun(work))
    first = _first(work) if not ready.loop.met and not found else []
    found += [*first, *_review(work)]
    minutes = plan_of(work).minutes_on(today)
    left = minutes - _worked(work) - sum(task.minutes for task in found)
    for task in _new(work, ready, {(task.kind, task.id) for task in found}):
        only_review = all(one.kind is Kind.REVIEW for one in found)
        if len(found) >= MOST or (left < SHORTEST and not only_review):
            break
        found.append(task)
        left -= task.minutes
    return Today(tuple(found[:MOST]), minutes, ready)


def _new(work: Work, ready: readiness.Readiness, known: set[tuple[Kind, str]]) -> Iterator[Task]:
    """What the calendar has for today besides the review and what is known already."""
    for day in calendar.gather(work, ready, most=1).days:
        for entry in day.entries:
            if entry.task.kind is not Kind.REVIEW and (entry.task.kind, entry.task.id) not in known:
                yield replace(entry.task, minutes=entry.minutes)


def _worked(work: Work) -> float:
    """The minutes that went today to anything but cards, which the review counts."""
    since = day_begins(datetime.now(UTC))
    return sum(seconds for _, _, seconds in time_spent.clocked(work, since)) / 60


def _first(work: Work) -> list[Task]:
    problems = work.library.problems
    problem = problems.get(FIRST) or next(iter(problems.values()), None)
    return (
        [Task(Kind.PROBLEM, problem.title, problem.minutes, "A good place to start", problem.slug)] if problem else []
    )


def _review(work: Work) -> list[Task]:
    waiting = session.progress(work)
    if not waiting.left:
        return []
    due = waiting.left - waiting.new
    words = " and ".join([f"{due} due"] * bool(due) + [f"{waiting.new} new"] * bool(waiting.new))
    why = "You would forget them soon" if due else "The first of what you have not met"
    return [Task(Kind.REVIEW, words, max(round(waiting.minutes), 1), why)]


def _begun(work: Work) -> Iterator[Task]:
    """What was begun lately and is not finished: the mock loop, the sitting, the dive and the problem."""
    since = datetime.now(UTC) - LATELY
    if work.mocks.open_one() and (mock := suggested(work)):
        yield Task(Kind.MOCK, mock.title, mock.minutes, mock.why, mock.begun, begun=True)
    for sitting in islice((one for one in sittings.summaries(work) if not one.finished and one.updated > since), 1):
        if case := work.library.cases.get(sitting.case):
            left = max(case.minutes - round(sitting.seconds / 60), 1)
            yield Task(Kind.CASE, case.title, left, "You sat down at it and did not call time", case.slug, begun=True)
    for project, name in work.projects.names().items():
        for dive in work.dives.summaries(project)[:1]:
            if not dive.finished and dive.updated > since:
                left = max(dive.minutes - round(dive.seconds / 60), 1)
                yield Task(Kind.DIVE, f"Deep dive: {name}", left, "You began it", project, begun=True)
    slug = attempts.last_worked(work)
    if slug and not attempts.progress(work)[slug].is_solved:
        problem = work.library.problems[slug]
        why = "You began it, and have not solved it yet"
        yield Task(Kind.PROBLEM, problem.title, problem.minutes, why, slug, begun=True)
