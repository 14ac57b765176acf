"""Drafts: what the learner is typing, kept as they type; reset to the starter, and undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.draft import Draft
from sharpen.practice import inputs
from sharpen.practice.errors import NothingToUndo
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

NEVER = datetime.fromtimestamp(0, UTC)
"""When a starter nobody has touched was typed: before anything else."""


def draft(work: Work, slug: str) -> Draft:
    """The saved draft, else the starter with the trial of the statement's example. Raises NoSuchProblem."""
    work.problem(slug)
    return work.drafts.get(slug) or _fresh(work, slug)


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
            fresh = _fresh(work, slug)
            if (fresh.source, fresh.trials) == (new.source, new.trials):
                return fresh
        work.drafts.put(new)
    return new


def reset(ws: Workspace, slug: str) -> Draft:
    """Put the starter back in place of the code; trials and time stay. `undo_reset` brings the code back."""
    with ws.writing() as work:
        return cleared(work, slug)


def cleared(work: Work, slug: str) -> Draft:
    """The same as a part of more. Raises NoSuchProblem."""
    fresh, saved = _fresh(work, slug), work.drafts.get(slug)
    # Resetting twice must not lose what the first reset kept.
    if saved is None or saved.source == fresh.source:
        return saved or fresh
    clean = replace(saved, source=fresh.source, updated=datetime.now(UTC))
    work.drafts.put(saved, replaced=True)
    work.drafts.put(clean)
    return clean


def can_undo_reset(work: Work, slug: str) -> bool:
    """Whether a draft that was reset is kept."""
    return work.drafts.get(slug, replaced=True) is not None


def undo_reset(ws: Workspace, slug: str) -> Draft:
    """Bring back the draft as it was before the reset; what is there now is kept in its place.

    Raises NothingToUndo when there was no reset, NoSuchProblem.
    """
    with ws.writing() as work:
        fresh = _fresh(work, slug)
        before = work.drafts.get(slug, replaced=True)
        if before is None:
            raise NothingToUndo(slug)
        saved = work.drafts.get(slug) or fresh
        again = replace(before, updated=datetime.now(UTC), seconds=max(before.seconds, saved.seconds))
        work.drafts.put(again)
        work.drafts.put(saved, replaced=True)
    return again


def _fresh(work: Work, slug: str) -> Draft:
    work.problem(slug)
    example = work.library.problems.example(slug)
    trials = (example,) if example else ()
    return Draft(work.learner, slug, work.library.problems.starter(slug), trials, NEVER)
