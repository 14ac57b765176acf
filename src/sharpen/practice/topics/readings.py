"""Readings: what is read, and noted; what there is to read, with what the learner made of each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.draft import vanishes
from sharpen.domain.passage import Typed, restored, take
from sharpen.domain.reading import Reading, ReadingMark
from sharpen.practice import inputs
from sharpen.practice.changing import changed
from sharpen.practice.errors import NoSuchNote, NoSuchReading
from sharpen.practice.ids import new_edit
from sharpen.practice.work import Work, on_shelf
from sharpen.practice.workspace import Workspace

NOTE = "note"
"""The one passage of a reading."""


def named(work: Work, reading_id: str) -> Reading:
    """The reading of this id. Raises NoSuchReading, with the ids that come close."""
    return on_shelf(work.library.readings, reading_id, NoSuchReading)


def mark_of(work: Work, reading_id: str) -> ReadingMark:
    """What the learner made of a reading; an empty mark where that is nothing. Raises NoSuchReading."""
    named(work, reading_id)
    return work.readings.get(reading_id) or ReadingMark(work.learner, reading_id, datetime.now(UTC))


def shelves(work: Work) -> dict[str, list[Reading]]:
    """All readings under their headings, in the order of the files."""
    found: dict[str, list[Reading]] = {}
    for reading in work.library.readings.values():
        found.setdefault(reading.shelf, []).append(reading)
    return found


def chosen(work: Work, shelf: str = "", *, unread: bool = False) -> list[Reading]:
    """The readings under a heading, empty for all, or those that are not marked read, in the order of the files."""
    read = work.readings.read() if unread else set()
    return [one for one in work.library.readings.values() if shelf in ("", one.shelf) and one.id not in read]


def mark(ws: Workspace, reading_id: str, *, read: bool) -> ReadingMark:
    """Mark a reading read, or take that back. Raises NoSuchReading."""

    def marked(mark: ReadingMark) -> ReadingMark:
        return mark if mark.read == read else replace(mark, read=read, marked=datetime.now(UTC))

    return _change(ws, reading_id, marked)


def save_note(ws: Workspace, reading_id: str, typed: Typed) -> ReadingMark:
    """Keep a note as it is now, unless another was typed meanwhile; what is kept then. Raises BadText, NoSuchReading.

    A text that does not go on from the one in front is put aside, or, if it was chosen, the one in front is.
    """
    typed = replace(typed, name=NOTE, text=inputs.notes(typed.text))

    def saved(mark: ReadingMark) -> ReadingMark:
        loses = vanishes(mark.note.text, typed.text)
        note, aside = take(mark.note, mark.aside, typed, datetime.now(UTC), new_edit, loses=loses)
        return replace(mark, note=note, aside=aside)

    return _change(ws, reading_id, saved)


def add_to_note(ws: Workspace, reading_id: str, words: str) -> ReadingMark:
    """Add a paragraph to a note. Raises BadText, NoSuchReading."""

    def added(mark: ReadingMark) -> ReadingMark:
        before = f"{mark.note.text.rstrip()}\n\n" if mark.note.text.strip() else ""
        return replace(mark, note=mark.note.edited(inputs.notes(f"{before}{words.strip()}\n"), new_edit()))

    return _change(ws, reading_id, added)


def replace_note(ws: Workspace, reading_id: str, words: str) -> ReadingMark:
    """Put another note in place of the one there is, which is put aside. Raises BadText, NoSuchReading."""
    return save_note(ws, reading_id, Typed(NOTE, words, edit=new_edit(), chosen=True))


def restore_note(ws: Workspace, reading_id: str, edit: str) -> ReadingMark:
    """Put a note that was put aside in front, and aside what is in front now. Raises NoSuchNote, NoSuchReading."""

    def back(mark: ReadingMark) -> ReadingMark:
        earlier = next((each for each in mark.aside if each.edit == edit), None)
        if earlier is None:
            raise NoSuchNote("That note is not kept any more.")
        note, aside = restored(mark.note, mark.aside, earlier, datetime.now(UTC), new_edit)
        return replace(mark, note=note, aside=aside)

    return _change(ws, reading_id, back)


def _change(ws: Workspace, reading_id: str, change: Callable[[ReadingMark], ReadingMark]) -> ReadingMark:
    """A mark as a change leaves it; kept if it is another then."""
    return changed(
        ws,
        lambda work: mark_of(work, reading_id),
        lambda _, mark: change(mark),
        lambda work, after: work.readings.put(after),
    )
