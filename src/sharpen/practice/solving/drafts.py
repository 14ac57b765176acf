"""Drafts: what the learner is typing, kept as they type; reset to the starter, and undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.draft import Aside, Draft, edit_of, is_edit
from sharpen.domain.problem import in_torch
from sharpen.practice import inputs
from sharpen.practice.errors import NothingToUndo
from sharpen.practice.ids import new_edit
from sharpen.practice.solving import draft_versions
from sharpen.practice.solving.in_torch import check
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

NEVER = datetime.fromtimestamp(0, UTC)
"""When a starter nobody has touched was typed: before anything else."""


def draft(work: Work, slug: str) -> Draft:
    """The saved draft, else the starter with the trial of the statement's example. Raises NoSuchProblem.

    A draft of the future, which a clock that was ahead left, was typed now.
    """
    fresh, saved = _fresh(work, slug), work.drafts.get(slug)
    if saved is None:
        return fresh
    if not saved.version:
        return replace(fresh, seconds=saved.seconds)
    return replace(saved, updated=min(saved.updated, datetime.now(UTC)))


def save(
    ws: Workspace,
    slug: str,
    source: str,
    trials: Sequence[str] = (),
    seconds: float = 0.0,
    at: datetime | None = None,
    *,
    base: str | None = None,
    edit: str = "",
    chosen: bool = False,
) -> Draft:
    """Keep the draft as it is now, unless it is older than the one in front; the draft that is in front then.

    `seconds` is the time worked on it in all, `at` when it was typed, `edit` the edit that made it, and `base` the
    version that its page saw last. A draft that does not go on from the one in front is put aside; an edit that
    the one in front holds is late, and is let go. With `chosen` the learner saw what was typed elsewhere and
    prefers this. Without `base`, as from a page of an older sharpen, the time decides. Of a starter nobody has
    typed in, only the time is kept. Raises NoSuchProblem, and BadText for text that is too long or not valid.
    """
    ws.problem(slug)
    text = inputs.source(source), inputs.trials(tuple(trials))
    edit = edit if is_edit(edit) else ""
    with ws.writing() as work:
        here, now = draft(work, slug), datetime.now(UTC)
        new = replace(here, source=text[0], trials=text[1], updated=min(at or now, now))
        if base is None:
            goes_on = at is None or new.updated >= here.updated
        else:
            goes_on = not here.version or here.follows(base, edit)
        if new.text == here.text:
            return _spent(work, here, seconds) if goes_on else here
        if here.holds(edit):
            return here
        if not goes_on:
            beside = replace(new, lineage=(edit or edit_of(*text),))
            draft_versions.put_aside(work.draft_versions, beside, Aside.ELSEWHERE)
            return here
        if chosen:
            draft_versions.take_up(work, slug, edit)
            draft_versions.put_aside(work.draft_versions, here, Aside.PASSED_OVER)
        else:
            draft_versions.put_aside_in_time(work, here, new)
        new = replace(new, seconds=max(here.seconds, inputs.seconds(seconds))).edited(edit or new_edit())
        work.drafts.put(new)
    return new


def spend(ws: Workspace, slug: str, seconds: float, base: str) -> None:
    """Note the time worked in all on the draft of this version, as of one who reads. Raises NoSuchProblem."""
    with ws.writing() as work:
        here = draft(work, slug)
        if here.follows(base, base):
            _spent(work, here, seconds)


def _spent(work: Work, here: Draft, seconds: float) -> Draft:
    worked = inputs.seconds(seconds)
    if worked <= here.seconds:
        return here
    here = replace(here, seconds=worked)
    # Of an untouched starter only the time is kept: the starter may be another tomorrow.
    work.drafts.put(here if here.version else replace(here, source="", trials=(), updated=datetime.now(UTC)))
    return here


def reset(ws: Workspace, slug: str, *, torch: bool | None = None) -> Draft:
    """Put the starter back in place of the code; trials and time stay. `undo_reset` brings the code back.

    With `torch` it is the one in PyTorch; None takes what the code is in. Raises NoSuchProblem, and NotInTorch.
    """
    with ws.writing() as work:
        problem = work.problem(slug)
        stays = problem.torch and in_torch(draft(work, slug).source)
        return cleared(work, slug, torch=stays if torch is None else torch)


def cleared(work: Work, slug: str, *, torch: bool = False) -> Draft:
    """The same as a part of more."""
    fresh, saved = _fresh(work, slug, torch=torch), draft(work, slug)
    # Resetting twice must not lose what the first reset kept.
    if saved.source == fresh.source:
        return saved
    clean = replace(saved, source=fresh.source, updated=datetime.now(UTC)).edited(new_edit())
    work.drafts.put(saved, replaced=True)
    draft_versions.put_aside(work.draft_versions, saved, Aside.RESET)
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
        saved, before = draft(work, slug), work.drafts.get(slug, replaced=True)
        if before is None:
            raise NothingToUndo(slug)
        again = _brought_back(work, saved, before.source, before.trials)
        again = replace(again, seconds=max(before.seconds, saved.seconds))
        work.drafts.put(again)
        work.drafts.put(saved, replaced=True)
    return again


def restore(ws: Workspace, slug: str, version: str) -> Draft:
    """Put a version that was put aside in front, and aside what is in front now.

    Raises NoSuchVersion, NoSuchProblem.
    """
    with ws.writing() as work:
        earlier = draft_versions.find(work, slug, version)
        again = _brought_back(work, draft(work, slug), earlier.source, earlier.trials)
        work.drafts.put(again)
    return again


def _brought_back(work: Work, here: Draft, source: str, trials: tuple[str, ...]) -> Draft:
    """The draft with an earlier text; what is in front is put aside."""
    if here.version:
        draft_versions.put_aside(work.draft_versions, here, Aside.RESET)
    return replace(here, source=source, trials=trials, updated=datetime.now(UTC)).edited(new_edit())


def _fresh(work: Work, slug: str, *, torch: bool = False) -> Draft:
    check(work.problem(slug), torch)
    example = work.library.problems.example(slug)
    trials = (example,) if example else ()
    return Draft(work.learner, slug, work.library.problems.starter(slug, torch=torch), trials, NEVER)
