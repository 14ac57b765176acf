"""Backup: all of the learner's work as one JSON document, and back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.card import Brought
from sharpen.domain.draft import Draft
from sharpen.domain.hint import Reveal
from sharpen.domain.note import Note
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.practice.exchange.document import Document, read, write
from sharpen.practice.items.replaying import replay
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Merged:
    """What became of the records of one kind in an imported document."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    """Left alone: what was here is the same or newer."""


Summary = dict[str, Merged]
"""By kind of record: "attempts", "drafts", "hints", "memories", "reviews", "notes", "plans", "cards"."""


def export(work: Work) -> dict[str, Any]:
    """All of the learner's work as plain data that `json.dumps` takes.

    Left out is only the session of review in progress: every answer rated in it is among the
    reviews. An attempt that is being judged is written as interrupted: elsewhere nobody will finish it.
    """
    plan = work.plans.get()
    everything = Document(
        list(work.attempts.everything()),
        list(work.drafts.everything()),
        list(work.hints.everything()),
        list(work.memories.everything()),
        list(work.reviews.everything()),
        list(work.notes.everything()),
        [plan] if plan.updated else [],
        list(work.cards.everything()),
    )
    return write(everything)


def import_(ws: Workspace, document: Any) -> Summary:
    """Merge an exported document: all of it or, when it raises BadBackup, nothing.

    What is newer here stays; importing the same document again changes nothing. The work becomes
    that of this workspace's learner.
    """
    theirs = read(document, ws.learner)
    with ws.writing() as work:
        before = work.plans.get()
        summary = {
            "attempts": _merge_attempts(work, theirs.attempts),
            "drafts": _merge_drafts(work, theirs.drafts),
            "hints": _merge_hints(work, theirs.hints),
            "memories": _merge_memories(work, theirs.memories),
            "reviews": _merge_reviews(work, theirs.reviews),
            "notes": _merge_notes(work, theirs.notes),
            "plans": _merge_plans(work, theirs.plans),
            "cards": _merge_cards(work, theirs.cards),
        }
        after = work.plans.get()
        others = [plan.parameters for plan in theirs.plans] or [()]
        if any(parameters != after.parameters for parameters in (before.parameters, *others)):
            replay(work, after)  # else some memories would be as one model has them, and some as another
        return summary


def _merge_attempts(work: Work, theirs: list[Attempt]) -> Merged:
    """A verdict is newer than none; of two verdicts the later one is."""
    mine = work.attempts.stamps()
    new = [attempt for attempt in theirs if attempt.id not in mine]
    newer = []
    for attempt in theirs:
        state, finished = mine.get(attempt.id, (State.FINISHED, attempt.finished))
        if attempt.finished and (state is not State.FINISHED or (finished and attempt.finished > finished)):
            newer.append(attempt)
    work.attempts.add(*new)
    for attempt in newer:
        work.attempts.put(attempt)
    return Merged(len(new), len(newer), len(theirs) - len(new) - len(newer))


def _merge_drafts(work: Work, theirs: list[tuple[Draft, bool]]) -> Merged:
    """The draft that was saved later wins."""
    mine = [work.drafts.get(draft.problem, replaced=replaced) for draft, replaced in theirs]
    added = updated = 0
    for (draft, replaced), here in zip(theirs, mine, strict=True):
        if here is None or draft.updated > here.updated:
            work.drafts.put(draft, replaced=replaced)
            added, updated = added + (here is None), updated + (here is not None)
    return Merged(added, updated, len(theirs) - added - updated)


def _merge_hints(work: Work, theirs: list[Reveal]) -> Merged:
    """The later showing wins: it tells whether a hint counts since the problem is to be solved again."""
    added = updated = 0
    for reveal in theirs:
        here = work.hints.get(reveal.problem, reveal.number)
        if here is None or reveal.shown > here.shown:
            work.hints.put(reveal)
            added, updated = added + (here is None), updated + (here is not None)
    return Merged(added, updated, len(theirs) - added - updated)


def _merge_memories(work: Work, theirs: list[Standing]) -> Merged:
    """The memory with the later review wins, and what was suspended with it."""
    mine = {standing.item.id: standing for standing in work.memories.everything()}
    new = [each for each in theirs if each.item.id not in mine]
    newer = [each for each in theirs if each.item.id in mine and _last(each) > _last(mine[each.item.id])]
    work.memories.put(*new, *newer)
    return Merged(len(new), len(newer), len(theirs) - len(new) - len(newer))


def _last(standing: Standing) -> datetime:
    return standing.memory.last if standing.memory else datetime.min.replace(tzinfo=UTC)


def _merge_reviews(work: Work, theirs: list[Review]) -> Merged:
    """What happened stays; what happened elsewhere is added."""
    mine = work.reviews.ids()
    new = [review for review in theirs if review.id not in mine]
    work.reviews.add(*new)
    return Merged(len(new), 0, len(theirs) - len(new))


def _merge_notes(work: Work, theirs: list[Note]) -> Merged:
    """The note that was written later wins."""
    mine = {note.item: note for note in work.notes.everything()}
    added = [note for note in theirs if note.item not in mine]
    newer = [note for note in theirs if note.item in mine and note.updated > mine[note.item].updated]
    for note in (*added, *newer):
        work.notes.put(note)
    return Merged(len(added), len(newer), len(theirs) - len(added) - len(newer))


def _merge_plans(work: Work, theirs: list[Plan]) -> Merged:
    """The plan that was changed later wins."""
    mine = work.plans.get().updated
    newer = [plan for plan in theirs if plan.updated and (mine is None or plan.updated > mine)]
    for plan in newer:
        work.plans.put(plan)
    added = len(newer) if mine is None else 0
    return Merged(added, len(newer) - added, len(theirs) - len(newer))


def _merge_cards(work: Work, theirs: list[Brought]) -> Merged:
    """The card that was changed later wins."""
    mine = work.cards.of_ids(card.id for card in theirs)
    new = [card for card in theirs if card.id not in mine]
    newer = [card for card in theirs if card.id in mine and card.updated > mine[card.id].updated]
    work.cards.put(*new, *newer)
    return Merged(len(new), len(newer), len(theirs) - len(new) - len(newer))
