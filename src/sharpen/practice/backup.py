"""Backup: all of the learner's work as one JSON document, and back."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.draft import Draft
from sharpen.domain.hint import Reveal
from sharpen.practice.document import Document, read, write
from sharpen.practice.workspace import Workspace
from sharpen.store import attempts, drafts, hints


@dataclass(frozen=True)
class Merged:
    """What became of the records of one kind in an imported document."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    """Left alone: what was here is the same or newer."""


Summary = dict[str, Merged]
"""By kind of record: "attempts", "drafts", "hints"."""


def export(ws: Workspace) -> dict[str, Any]:
    """The learner's attempts, drafts and hints as plain data that `json.dumps` takes.

    An attempt that is being judged is written as interrupted: elsewhere nobody will finish it.
    """
    with ws.store.reading() as db:
        mine = ws.learner
        everything = Document(
            list(attempts.everything(db, mine)),
            list(drafts.everything(db, mine)),
            list(hints.everything(db, mine)),
        )
    return write(everything)


def import_(ws: Workspace, document: Any) -> Summary:
    """Merge an exported document: all of it or, when it raises BadBackup, nothing.

    What is newer here stays; importing the same document again changes nothing. The work becomes
    that of this workspace's learner.
    """
    theirs = read(document, ws.learner)
    with ws.store.writing() as db:
        return {
            "attempts": _merge_attempts(db, ws.learner, theirs.attempts),
            "drafts": _merge_drafts(db, theirs.drafts),
            "hints": _merge_hints(db, theirs.hints),
        }


def _merge_attempts(db: Connection, learner: str, theirs: list[Attempt]) -> Merged:
    """A verdict is newer than none; of two verdicts the later one is."""
    mine = attempts.stamps(db, learner)
    new = [attempt for attempt in theirs if attempt.id not in mine]
    newer = []
    for attempt in theirs:
        state, finished = mine.get(attempt.id, (State.FINISHED, attempt.finished))
        if attempt.finished and (state is not State.FINISHED or (finished and attempt.finished > finished)):
            newer.append(attempt)
    attempts.add(db, *new)
    for attempt in newer:
        attempts.replace(db, attempt)
    return Merged(len(new), len(newer), len(theirs) - len(new) - len(newer))


def _merge_drafts(db: Connection, theirs: list[tuple[Draft, bool]]) -> Merged:
    """The draft that was saved later wins."""
    mine = [drafts.get(db, draft.learner, draft.problem, replaced=replaced) for draft, replaced in theirs]
    added = updated = 0
    for (draft, replaced), here in zip(theirs, mine, strict=True):
        if here is None or draft.updated > here.updated:
            drafts.put(db, draft, replaced=replaced)
            added, updated = added + (here is None), updated + (here is not None)
    return Merged(added, updated, len(theirs) - added - updated)


def _merge_hints(db: Connection, theirs: list[Reveal]) -> Merged:
    """A hint was first shown when it was shown first."""
    added = updated = 0
    for reveal in theirs:
        here = hints.get(db, reveal.learner, reveal.problem, reveal.number)
        if here is None or reveal.shown < here.shown:
            hints.put(db, reveal)
            added, updated = added + (here is None), updated + (here is not None)
    return Merged(added, updated, len(theirs) - added - updated)
