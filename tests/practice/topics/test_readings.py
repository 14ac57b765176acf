"""What a learner makes of readings: marks, notes that are never lost, and both in a backup."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.passage import Typed
from sharpen.domain.reading import ReadingMark
from sharpen.practice import Workspace, search
from sharpen.practice.errors import BadText, NoSuchNote, NoSuchReading
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.search import Kind, everything
from sharpen.practice.topics import readings
from sharpen.store import open_store
from tests.looking import look
from tests.practice.reading_list import write_readings

ONE, OTHER = "acme-ranking", "a-course"


@pytest.fixture
def ws(ws: Workspace, tmp_path: Path) -> Workspace:
    return replace(ws, library=read_library([write_readings(tmp_path / "readings")]))


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


def kept(ws: Workspace, reading: str = ONE) -> ReadingMark:
    return look(ws, lambda work: readings.mark_of(work, reading))


def note(ws: Workspace, text: str, base: str, edit: str, *, chosen: bool = False) -> ReadingMark:
    return readings.save_note(ws, ONE, Typed("note", text, base, edit, chosen))


def test_a_reading_is_marked_read_and_that_is_taken_back(ws: Workspace) -> None:
    assert (kept(ws).read, kept(ws).marked) == (False, None)
    first = readings.mark(ws, ONE, read=True)
    assert first == kept(ws)
    assert first.read
    assert readings.mark(ws, ONE, read=True) == first, "marked once is enough"
    assert look(ws, lambda work: work.readings.read()) == {ONE}
    assert look(replace(ws, learner="you"), lambda work: work.readings.read()) == set()
    back = readings.mark(ws, ONE, read=False)
    assert first.marked is not None
    assert back.marked is not None
    assert (back.read, back.marked > first.marked) == (False, True)


def test_a_reading_that_does_not_exist_is_named(ws: Workspace) -> None:
    with pytest.raises(NoSuchReading, match=r"There is no reading called 'acme-rankin'\. Did you mean acme-ranking"):
        readings.mark(ws, "acme-rankin", read=True)
    with pytest.raises(NoSuchReading):
        note(ws := replace(ws, library=read_library([])), "x", "", "p.1")


def test_a_note_is_kept_as_it_is_typed_and_a_stale_page_loses_nothing(ws: Workspace) -> None:
    assert note(ws, "Two", "", "p.1").note.text == "Two"
    assert note(ws, "Two towers", "", "p.2").note.version == "p.2", "the page goes on from its own edit"
    stale = note(ws, "Trees", "p.1", "q.1")
    assert stale.note.text == "Two towers"
    assert [(one.text, one.edit) for one in stale.aside] == [("Trees", "q.1")]
    chosen = note(ws, "Trees", "p.2", "q.1", chosen=True)
    assert chosen.note.text == "Trees"
    assert [one.text for one in chosen.aside] == ["Two towers"]
    assert note(ws, "Two", "", "p.1") == chosen, "a late edit is let go"
    back = readings.restore_note(ws, ONE, chosen.aside[0].edit)
    assert (back.note.text, [one.text for one in back.aside]) == ("Two towers", ["Trees"])
    with pytest.raises(NoSuchNote):
        readings.restore_note(ws, ONE, "z.9")


def test_what_is_deleted_from_a_note_is_put_aside(ws: Workspace) -> None:
    note(ws, "one\ntwo\nthree\nfour", "", "p.1")
    assert [one.text for one in note(ws, "", "p.1", "p.2").aside] == ["one\ntwo\nthree\nfour"]


def test_words_are_added_to_a_note_or_put_in_its_place(ws: Workspace) -> None:
    readings.add_to_note(ws, ONE, "Two towers")
    assert readings.add_to_note(ws, ONE, "and trees ").note.text == "Two towers\n\nand trees\n"
    replaced = readings.replace_note(ws, ONE, "Neither")
    assert (replaced.note.text, [one.text for one in replaced.aside]) == ("Neither", ["Two towers\n\nand trees\n"])
    with pytest.raises(BadText, match="at most 50,000"):
        readings.add_to_note(ws, ONE, "x" * 50_000)


def test_the_list_is_narrowed_by_heading_and_to_what_is_unread(ws: Workspace) -> None:
    readings.mark(ws, ONE, read=True)
    with ws.reading() as work:
        assert [one.id for one in readings.chosen(work)] == [ONE, OTHER]
        assert [one.id for one in readings.chosen(work, "Acme")] == [ONE]
        assert [one.id for one in readings.chosen(work, unread=True)] == [OTHER]
        assert readings.chosen(work, "Acme", unread=True) == []
        assert {name: len(listed) for name, listed in readings.shelves(work).items()} == {"Acme": 1, "Courses": 1}


def test_words_find_readings_in_title_company_take_and_topics(ws: Workspace) -> None:
    with ws.reading() as work:
        assert search.readings(work, "retrieve") == search.readings(work, "acme") == {ONE}
        assert search.readings(work, "course") == {OTHER}
        assert search.readings(work, " ") == {ONE, OTHER}
        assert search.readings(work, "nothing of it") == set()


def test_the_search_finds_readings(ws: Workspace) -> None:
    (first, *_) = look(ws, lambda work: everything(work, "acme"))
    assert (first.kind, first.id, first.title, first.note) == (Kind.READING, ONE, "How we rank", "Acme")


def test_marks_and_notes_move_with_a_backup_and_the_newest_of_each_wins(ws: Workspace, there: Workspace) -> None:
    note(ws, "Two towers", "", "p.1")
    first = look(ws, export)
    assert import_(there, first)["readings"] == Merged(added=1)
    assert import_(there, first)["readings"] == Merged(kept=1)
    readings.mark(there, ONE, read=True)
    note(ws, "Two towers, and trees", "p.1", "p.2")
    assert import_(ws, look(there, export))["readings"] == Merged(updated=1), "the note here is newer, the mark there"
    assert (kept(ws).read, kept(ws).note.text, kept(ws).aside) == (True, "Two towers, and trees", ())
    assert import_(there, look(ws, export))["readings"] == Merged(updated=1)
    assert kept(there) == kept(ws)


def test_of_two_notes_a_backup_loses_none(ws: Workspace, there: Workspace) -> None:
    note(there, "Theirs", "", "q.1")
    note(ws, "Mine", "", "p.1")
    assert import_(ws, look(there, export))["readings"] == Merged(updated=1)
    assert (kept(ws).note.text, [one.text for one in kept(ws).aside]) == ("Mine", ["Theirs"])
    assert import_(ws, look(there, export))["readings"] == Merged(kept=1)
