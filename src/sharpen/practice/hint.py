"""Hints, one at a time and counted, and the solution for who earned it or asked for it."""

from sharpen.practice.workspace import Workspace


def shown(ws: Workspace, slug: str) -> int:
    """How many hints of a problem the learner has seen. Raises NoSuchProblem."""
    raise NotImplementedError


def show_next(ws: Workspace, slug: str) -> int:
    """Show one hint more, if there is one; how many are shown now. Raises NoSuchProblem."""
    raise NotImplementedError


def peek(ws: Workspace, slug: str) -> None:
    """Record that the solution was shown before it was earned; nothing after an acceptance."""
    raise NotImplementedError


def peeked(ws: Workspace, slug: str) -> bool:
    """Whether the learner had the solution shown before an attempt was accepted."""
    raise NotImplementedError


def may_see_solution(ws: Workspace, slug: str) -> bool:
    """Whether an attempt was accepted, or the solution was asked for outright."""
    raise NotImplementedError
