"""Drafts: what the learner is typing, kept as they type; reset to the starter, and undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.draft import Draft
from sharpen.practice import inputs
from sharpen.practice.errors import NothingToUndo
from sharpen.practice.workspace import Workspace

NEVER = datetime.fromtimestamp(0, UTC)
"""When a starter nobody has touched was typed: before anything else."""


def draft(ws: Workspace, slug: str) -> Draft:
    """The saved draft, else the starter with the trial of the statement's example. Raises NoSuchProblem."""
    ws.problem(slug)
    with ws.reading() as work:
        saved = work.drafts.get(slug)
    return saved or _fresh(ws, slug)


def save(
    ws: Workspace,
    slug: str,
    source: str,
    trials: Sequence[str] = (),
    seconds: float = 0.0,
    at: datetime | None = None,
) -> Draft:
    """Keep the draft as it is now; `seconds` is the time worked on it in all, `at` when it was typed.

    A starter nobody has touched yet is not kept. Raises NoSuchProblem, and BadText for text that is
    too long or not valid.
    """
    ws.problem(slug)
    now = datetime.now(UTC)
    updated = min(at or now, now)
    new = Draft(ws.learner, slug, inputs.source(source), inputs.trials(tuple(trials)), updated, inputs.seconds(seconds))
    with ws.writing() as work:
        if work.drafts.get(slug) is None:
            fresh = _fresh(ws, slug)
            if (fresh.source, fresh.trials) == (new.source, new.trials):
                return fresh
        work.drafts.put(new)
    return new


def reset(ws: Workspace, slug: str) -> Draft:
    """Put the starter back in place of the code; trials and time stay. `undo_reset` brings the code back."""
    starter = _fresh(ws, slug).source
    with ws.writing() as work:
        saved = work.drafts.get(slug)
        if saved is None:
            return _fresh(ws, slug)
        # Resetting twice must not lose what the first reset kept.
        if saved.source == starter:
            return saved
        clean = replace(saved, source=starter, updated=datetime.now(UTC))
        work.drafts.put(saved, replaced=True)
        work.drafts.put(clean)
    return clean


def can_undo_reset(ws: Workspace, slug: str) -> bool:
    """Whether a draft that was reset is kept."""
    ws.problem(slug)
    with ws.reading() as work:
        return work.drafts.get(slug, replaced=True) is not None


def undo_reset(ws: Workspace, slug: str) -> Draft:
    """Bring back the draft as it was before the reset; what is there now is kept in its place.

    Raises NothingToUndo when there was no reset, NoSuchProblem.
    """
    fresh = _fresh(ws, slug)
    with ws.writing() as work:
        before = work.drafts.get(slug, replaced=True)
        if before is None:
            raise NothingToUndo(slug)
        saved = work.drafts.get(slug) or fresh
        again = replace(before, updated=datetime.now(UTC), seconds=max(before.seconds, saved.seconds))
        work.drafts.put(again)
        work.drafts.put(saved, replaced=True)
    return again


def _fresh(ws: Workspace, slug: str) -> Draft:
    ws.problem(slug)
    example = ws.library.example(slug)
    trials = (example,) if example else ()
    return Draft(ws.learner, slug, ws.library.starter(slug), trials, NEVER)
