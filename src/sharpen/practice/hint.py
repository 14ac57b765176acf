"""Hints, one at a time and counted, and the solution for who earned it or asked for it."""

from datetime import UTC, datetime

from sharpen.domain.hint import SOLUTION, Reveal
from sharpen.practice.workspace import Workspace
from sharpen.store import attempts, hints


def shown(ws: Workspace, slug: str) -> int:
    """How many hints of a problem the learner has seen. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        return min(hints.count(db, ws.learner, slug), len(ws.library.hints(slug)))


def show_next(ws: Workspace, slug: str) -> int:
    """Show one hint more, if there is one; how many are shown now. Raises NoSuchProblem."""
    ws.problem(slug)
    there_are = len(ws.library.hints(slug))
    with ws.store.writing() as db:
        seen = hints.count(db, ws.learner, slug)
        if seen >= there_are:
            return there_are
        hints.put(db, Reveal(ws.learner, slug, seen + 1, datetime.now(UTC)))
    return seen + 1


def peek(ws: Workspace, slug: str) -> None:
    """Record that the solution was shown before it was earned; nothing to record after an acceptance.

    Raises NoSuchProblem.
    """
    ws.problem(slug)
    with ws.store.writing() as db:
        earned = attempts.is_accepted(db, ws.learner, slug)
        if not earned and hints.get(db, ws.learner, slug, SOLUTION) is None:
            hints.put(db, Reveal(ws.learner, slug, SOLUTION, datetime.now(UTC)))


def peeked(ws: Workspace, slug: str) -> bool:
    """Whether the learner had the solution shown before an attempt was accepted. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        return hints.get(db, ws.learner, slug, SOLUTION) is not None


def may_see_solution(ws: Workspace, slug: str) -> bool:
    """Whether an attempt was accepted, or the solution was asked for outright. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.store.reading() as db:
        accepted = attempts.is_accepted(db, ws.learner, slug)
        return accepted or hints.get(db, ws.learner, slug, SOLUTION) is not None
