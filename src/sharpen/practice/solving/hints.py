"""Hints, one at a time and counted, and the solution for learners who have earned it or asked for it.

When a problem that was solved is due to be solved again, all of them are closed once more: what was
shown after the day on which it was last rated counts for the rating of that time.
"""

from datetime import UTC, datetime

from sharpen.domain.day import day_ends
from sharpen.domain.hint import SOLUTION, Reveal
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


def count_shown(work: Work, slug: str) -> int:
    """How many hints of a problem the learner has seen. Raises NoSuchProblem."""
    work.problem(slug)
    return min(count(work, slug), len(work.library.problems.hints(slug)))


def show_next(ws: Workspace, slug: str) -> int:
    """Show one more hint, if there is one, and return how many are shown now. Raises NoSuchProblem."""
    ws.problem(slug)
    total = len(ws.library.problems.hints(slug))
    with ws.writing() as work:
        seen = count(work, slug)
        if seen >= total:
            return total
        work.hints.put(Reveal(ws.learner, slug, seen + 1, datetime.now(UTC)))
    return seen + 1


def peek(ws: Workspace, slug: str) -> None:
    """Record that the solution was shown before it was earned; nothing to record when it is open anyway.

    Raises NoSuchProblem.
    """
    ws.problem(slug)
    with ws.writing() as work:
        if not may_see_solution(work, slug):
            work.hints.put(Reveal(ws.learner, slug, SOLUTION, datetime.now(UTC)))


def peeked(work: Work, slug: str) -> bool:
    """Whether the learner asked for the solution before an attempt was accepted, at a time that counts now."""
    return counts_now(work, slug, work.hints.get(slug, SOLUTION))


def counts_now(work: Work, slug: str, seen: Reveal | None) -> bool:
    """Whether something was shown, and not before the problem was last solved if it is to be solved again."""
    since = _solved(work, slug)
    return seen is not None and (since is None or seen.shown > since)


def may_see_solution(work: Work, slug: str) -> bool:
    """Whether an attempt was accepted, or the solution was asked for outright. Raises NoSuchProblem."""
    work.problem(slug)
    earned = not closed_again(work, slug) and work.attempts.is_accepted(slug)
    return earned or peeked(work, slug)


def closed_again(work: Work, slug: str) -> bool:
    """Whether the problem was solved, and is due to be solved again without help."""
    return _solved(work, slug) is not None


def count(work: Work, slug: str) -> int:
    """How many hints the learner has seen, of those that count now."""
    since = _solved(work, slug)
    seen = work.hints.of_problem(slug)
    return sum(each.is_hint and (since is None or each.shown > since) for each in seen)


def _solved(work: Work, slug: str) -> datetime | None:
    """The end of the day on which a problem that is due to be solved again was last rated; None when it is not due."""
    known = work.memories.get(slug)
    memory = known.memory if known else None
    return day_ends(memory.last) if memory and memory.due < day_ends(datetime.now(UTC)) else None
