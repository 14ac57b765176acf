"""Hints, one at a time and counted, and the solution for who earned it or asked for it.

When a problem that was solved is due to be solved again, all of them are closed once more: what was
shown after the day on which it was last rated counts for the rating of that time.
"""

from datetime import UTC, datetime

from sqlalchemy import Connection

from sharpen.domain.hint import SOLUTION, Reveal
from sharpen.domain.plan import day_ends
from sharpen.practice.workspace import Workspace
from sharpen.store import attempts, hints, memories


def shown(ws: Workspace, slug: str) -> int:
    """How many hints of a problem the learner has seen. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        return min(count(ws, db, slug), len(ws.library.hints(slug)))


def show_next(ws: Workspace, slug: str) -> int:
    """Show one hint more, if there is one; how many are shown now. Raises NoSuchProblem."""
    ws.problem(slug)
    there_are = len(ws.library.hints(slug))
    with ws.store.writing() as db:
        seen = count(ws, db, slug)
        if seen >= there_are:
            return there_are
        hints.put(db, Reveal(ws.learner, slug, seen + 1, datetime.now(UTC)))
    return seen + 1


def peek(ws: Workspace, slug: str) -> None:
    """Record that the solution was shown before it was earned; nothing to record when it is open anyway.

    Raises NoSuchProblem.
    """
    ws.problem(slug)
    with ws.store.writing() as db:
        if not (_earned(ws, db, slug) or in_view(ws, db, slug)):
            hints.put(db, Reveal(ws.learner, slug, SOLUTION, datetime.now(UTC)))


def peeked(ws: Workspace, slug: str) -> bool:
    """Whether the learner had the solution shown before an attempt was accepted. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        return in_view(ws, db, slug)


def may_see_solution(ws: Workspace, slug: str) -> bool:
    """Whether an attempt was accepted, or the solution was asked for outright. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        return _earned(ws, db, slug) or in_view(ws, db, slug)


def closed_again(ws: Workspace, slug: str) -> bool:
    """Whether the problem was solved, and is due to be solved again without help. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        return _solved(ws, db, slug) is not None


def count(ws: Workspace, db: Connection, slug: str) -> int:
    """How many hints the learner has seen, of those that count now."""
    since = _solved(ws, db, slug)
    seen = hints.of_problem(db, ws.learner, slug)
    return sum(each.number != SOLUTION and (since is None or each.shown > since) for each in seen)


def in_view(ws: Workspace, db: Connection, slug: str) -> bool:
    """Whether the learner asked for the solution, at a time that counts now."""
    since, seen = _solved(ws, db, slug), hints.get(db, ws.learner, slug, SOLUTION)
    return seen is not None and (since is None or seen.shown > since)


def _earned(ws: Workspace, db: Connection, slug: str) -> bool:
    return _solved(ws, db, slug) is None and attempts.is_accepted(db, ws.learner, slug)


def _solved(ws: Workspace, db: Connection, slug: str) -> datetime | None:
    """The end of the day on which a problem that is due to be solved again was last rated; None when it is not due."""
    known = memories.get(db, ws.learner, slug)
    memory = known.memory if known else None
    return day_ends(memory.last) if memory and memory.due < day_ends(datetime.now(UTC)) else None
