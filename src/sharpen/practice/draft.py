"""Drafts: what the learner is typing, kept as they type; reset to the starter, and undo."""

from collections.abc import Sequence

from sharpen.domain.draft import Draft
from sharpen.practice.workspace import Workspace


def draft(ws: Workspace, slug: str) -> Draft:
    """The saved draft, else the starter with the case of the statement's example. Raises NoSuchProblem."""
    raise NotImplementedError


def save(ws: Workspace, slug: str, source: str, cases: Sequence[str] = (), seconds: float = 0.0) -> Draft:
    """Keep the draft as it is now; `seconds` is the time worked on it in all.

    Raises NoSuchProblem, and BadText for text that is too long or not valid.
    """
    raise NotImplementedError


def reset(ws: Workspace, slug: str) -> Draft:
    """Put the starter back in place of the code; cases and time stay. `undo_reset` brings the code back."""
    raise NotImplementedError


def can_undo_reset(ws: Workspace, slug: str) -> bool:
    """Whether a draft that was reset is kept."""
    raise NotImplementedError


def undo_reset(ws: Workspace, slug: str) -> Draft:
    """Bring back the draft as it was before the reset; what is there now is kept in turn. Raises NothingToUndo."""
    raise NotImplementedError
