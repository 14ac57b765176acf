"""After an accepted attempt: what comes next, and how its time compares."""

from dataclasses import dataclass
from datetime import datetime

from sharpen.domain.attempt import Attempt, Progress
from sharpen.domain.problem import Problem
from sharpen.domain.topic import Topic
from sharpen.domain.verdict import model_ms
from sharpen.practice.solving import attempts, next_problem, recurrence
from sharpen.practice.work import Work

LOOKED_AT = 50
"""Attempts among which the last accepted one is looked for."""


@dataclass(frozen=True)
class Afterward:
    """What there is to do once a problem is solved, and what it took.

    `next` is the next problem that is not solved, `similar` another one that trains the same, `cards` how many cards
    its topic has, `back` when the problem is due again. `before` is the last attempt that was accepted before this one.
    `model_ms` is the CPU time of the model solution on the same checks, 0 where it was not measured.
    """

    problem: Problem
    topic: Topic
    next: Problem | None
    similar: Problem | None
    cards: int
    back: datetime | None
    before: Attempt | None
    model_ms: float


def afterward(work: Work, attempt: Attempt) -> Afterward | None:
    """What comes after an attempt; None for one that was not accepted. Raises NoSuchProblem."""
    if not attempt.accepted:
        return None
    problem, progress = work.problem(attempt.problem), attempts.progress(work)
    following = next_problem.after(work, problem.slug)
    return Afterward(
        problem,
        work.library.outline.topic(problem.topic),
        following,
        similar(work, problem, progress, following),
        len(work.library.cards.of_topic(problem.topic)),
        recurrence.comes_back(work, problem.slug),
        _before(work, attempt),
        model_ms(attempt.results),
    )


def similar(
    work: Work, problem: Problem, progress: dict[str, Progress], apart_from: Problem | None = None
) -> Problem | None:
    """Another problem that trains the same: it shares a topic beside its own, or is of the same group of topics.

    One that is not solved yet, and as near in difficulty as there is; None where every one is solved.
    """
    topics = {problem.topic, *problem.also}
    group = next(each for each in work.library.outline.groups if problem.topic in [topic.id for topic in each.topics])
    of_group = {topic.id for topic in group.topics}
    passed_over = {problem.slug, apart_from.slug if apart_from else ""}
    left = [work.library.problems[slug] for slug, state in progress.items() if not state.is_solved]
    near = [other for other in left if other.slug not in passed_over]

    def far(other: Problem) -> tuple[bool, int]:
        return topics.isdisjoint({other.topic, *other.also}), abs(other.minutes - problem.minutes)

    related = [other for other in near if not far(other)[0] or other.topic in of_group]
    return min(related, key=far, default=None)


def _before(work: Work, attempt: Attempt) -> Attempt | None:
    """The last attempt at the same problem that was accepted before this one."""
    listed = work.attempts.of_problem(attempt.problem, LOOKED_AT)
    return next((each for each in listed if each.accepted and each.created < attempt.created), None)
