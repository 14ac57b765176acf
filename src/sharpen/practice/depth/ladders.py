"""Ladders as items of memory: what went badly in a dive comes back, to be asked again in another."""

from dataclasses import replace

from sharpen.domain.dive import Dive, Visit, visits
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.ladder import Ladder
from sharpen.practice.errors import NothingToTakeBack
from sharpen.practice.items.remembering import record_rating, undo_rating
from sharpen.practice.work import Work

PREFIX = "dive/"
"""What the ids of ladders as items begin with."""


def item_of(project_id: str, ladder: Ladder) -> Item:
    """The ladder of a project as an item, of the first of the topics that it is about."""
    return Item(f"{PREFIX}{project_id}/{ladder.slug}", ItemKind.LADDER, ladder.topics[0])


def parts(item_id: str) -> tuple[str, str]:
    """The project and the ladder that an item is of."""
    project, _, slug = item_id.removeprefix(PREFIX).partition("/")
    return project, slug


def visits_of(dive: Dive) -> tuple[Visit, ...]:
    """The ladders of a dive as they went."""
    return visits(dive.answers)


def rate(work: Work, dive: Dive) -> Dive:
    """Every ladder of a dive rated as it went, once: where ticks say otherwise now, the rating before is taken back.

    A ladder that was reviewed again since keeps the rating that it had.
    """
    rated, shelf = dict(dive.rated), work.library.ladders
    for visit in visits(dive.answers):
        ladder = shelf.get(visit.ladder)
        if ladder is None:
            continue
        item = item_of(dive.project, ladder)
        last = work.reviews.last_of(item.id)
        before = last.rating if last and last.id == rated.get(visit.ladder) else None
        if visit.rating is before or (visit.ladder in rated and before is None):
            continue
        if before is not None:
            try:
                undo_rating(work, item, rated.pop(visit.ladder))
            except NothingToTakeBack:
                continue
        if visit.rating is not None:
            seconds = sum(answer.seconds for answer in visit.answers)
            rated[visit.ladder] = record_rating(work, item, visit.rating, seconds=seconds).id
    return replace(dive, rated=rated)
