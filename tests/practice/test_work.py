"""Work: what is `once` is read once in a block of reading, and never kept beyond it, or where something is written."""

from datetime import UTC, datetime

from sharpen.domain.note import Note
from sharpen.practice import Workspace
from sharpen.practice.work import Work, once

READ = list[str]()


@once
def text_of(work: Work, item: str) -> str:
    READ.append(item)
    note = work.notes.get(item)
    return note.text if note else ""


def put(work: Work, text: str) -> None:
    work.notes.put(Note(work.learner, "a", text, datetime.now(UTC)))


def test_in_a_block_of_reading_it_is_read_once_for_each_question(ws: Workspace) -> None:
    READ.clear()
    with ws.reading() as work:
        assert [text_of(work, item) for item in ("a", "b", "a", "b")] == [""] * 4
    assert READ == ["a", "b"]


def test_the_next_block_sees_what_was_written_since(ws: Workspace) -> None:
    with ws.reading() as work:
        assert text_of(work, "a") == ""
    with ws.writing() as work:
        put(work, "one")
    with ws.reading() as work:
        assert text_of(work, "a") == "one"


def test_where_something_is_written_it_is_read_each_time(ws: Workspace) -> None:
    with ws.writing() as work:
        for text in ("one", "two"):
            put(work, text)
            assert text_of(work, "a") == text
