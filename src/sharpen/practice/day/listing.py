"""Listing: the items that are suspended, noted on, or lapse again and again; and what can be done with each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.note import Note
from sharpen.domain.review import Standing
from sharpen.practice import inputs
from sharpen.practice.errors import NoSuchItem
from sharpen.practice.exercises import EXERCISES, SOURCES
from sharpen.practice.items.remembering import standing
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

OTHERWISE = "If it is still lost afterwards, suspend it: the time helps more elsewhere."


@dataclass(frozen=True)
class Listed:
    """An item in a list. `title` is its question or the problem's title; empty when the content no longer has it."""

    standing: Standing
    title: str
    note: str = ""
    advice: str = ""
    """For a leech: what to do with it."""


def suspended(work: Work) -> list[Listed]:
    """Every suspended item, by topic."""
    return _listed(work, work.memories.suspended())


def leeches(work: Work) -> list[Listed]:
    """Every item with eight lapses or more that is still asked, the worst first, with advice."""
    return _listed(work, (each for each in work.memories.leeches() if not each.suspended))


def noted(work: Work) -> list[Listed]:
    """Every item with a note, the newest first."""
    written = [note.item for note in work.notes.everything()]
    known = work.memories.of_items(written)
    standings = [known.get(item) or Standing(work.learner, _item(work, item) or _gone(item)) for item in written]
    return _listed(work, standings)


def suspend(ws: Workspace, item: str) -> None:
    """Do not ask an item any more. Raises NoSuchItem."""
    with ws.writing() as work:
        work.memories.put(replace(_standing(work, item), suspended=True, changed=datetime.now(UTC)))


def ask_again(ws: Workspace, item: str) -> None:
    """Ask a suspended (or buried) item again. Raises NoSuchItem."""
    with ws.writing() as work:
        now = datetime.now(UTC)
        work.memories.put(replace(_standing(work, item), suspended=False, buried_until=None, changed=now))


def note(ws: Workspace, item: str, words: str) -> None:
    """Keep a note on an item; an empty text deletes it. Raises NoSuchItem, BadText."""
    words = inputs.note(words)
    with ws.writing() as work:
        known = _standing(work, item) if words else None
        work.notes.put(Note(ws.learner, known.item.id if known else item, words, datetime.now(UTC)))


def advice_on(kind: ItemKind) -> str:
    """What to do with an item of a kind that lapses again and again."""
    return f"{EXERCISES[kind].advice} {OTHERWISE}"


def _listed(work: Work, standings: Iterable[Standing]) -> list[Listed]:
    written = {note.item: note.text for note in work.notes.everything()}
    return [
        Listed(
            each,
            EXERCISES[each.item.kind].title(work, each.item),
            written.get(each.item.id, ""),
            advice_on(each.item.kind) if each.memory is not None and each.memory.leech else "",
        )
        for each in list(standings)
    ]


def _standing(work: Work, item: str) -> Standing:
    known = work.memories.get(item)
    if known is not None:
        return known
    unmet = _item(work, item)
    if unmet is None:
        raise NoSuchItem(item)
    return standing(work, unmet)


def _item(work: Work, item: str) -> Item | None:
    return next((found for source in SOURCES if (found := source.item(work, item))), None)


def _gone(item: str) -> Item:
    """An item that the content no longer has; its kind is not known any more."""
    return Item(item, ItemKind.RECALL, item.partition("/")[0])
