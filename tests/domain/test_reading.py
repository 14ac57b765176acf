"""Marks of readings: two states of one, made on two machines, become one in which nothing is lost."""

from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.passage import Passage
from sharpen.domain.reading import ReadingMark, merged, sentences

AT = datetime(2026, 11, 1, tzinfo=UTC)


def mark(hour: int, *, read: bool | None = None, note: str = "", lineage: tuple[str, ...] = ()) -> ReadingMark:
    at = AT + timedelta(hours=hour)
    return ReadingMark("me", "a", at, bool(read), None if read is None else at, Passage(note, lineage))


def test_the_later_mark_and_the_later_note_win_each_for_itself() -> None:
    noted, marked = mark(3, note="Two towers", lineage=("p.1",)), mark(2, read=True)
    for here, theirs in ((noted, marked), (marked, noted)):
        both = merged(here, theirs)
        assert (both.read, both.marked, both.note.text, both.updated) == (
            True,
            marked.marked,
            "Two towers",
            noted.updated,
        )
        assert both.aside == ()
    taken_back = merged(mark(2, read=True), mark(4, read=False))
    assert (taken_back.read, taken_back.marked) == (False, AT + timedelta(hours=4))


def test_a_note_that_came_from_the_other_wins_whatever_the_clocks_said() -> None:
    first, second = mark(5, note="Two", lineage=("p.1",)), mark(1, note="Two towers", lineage=("q.1", "p.1"))
    assert merged(first, second).note == merged(second, first).note == second.note
    assert merged(first, second).aside == ()


def test_of_two_notes_that_know_nothing_of_each_other_the_later_wins_and_the_other_is_put_aside() -> None:
    mine, theirs = mark(1, note="Mine", lineage=("p.1",)), mark(2, note="Theirs", lineage=("q.1",))
    both = merged(mine, theirs)
    assert both.note.text == "Theirs"
    assert [(one.text, one.edit, one.passage) for one in both.aside] == [("Mine", "p.1", "note")]
    assert merged(both, theirs) == both == merged(both, mine)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.", 1),
        ("One. Two? Three!", 3),
        ("Costs 1.5 ms at v2.0 of it.", 1),
        ('He said "no." Then left.', 2),
        ("", 0),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert sentences(text) == count
