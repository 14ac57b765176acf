"""`sharpen reading list`, `show`, `mark` and `note`: what to read, what to take from it, and what you made of it."""

from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.library import complete_company, complete_reading
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.reading import Basis, Reading, ReadingMark
from sharpen.practice.errors import did_you_mean
from sharpen.practice.topics import readings

BASIS = {
    Basis.PART: "We read a part of it.",
    Basis.ACCOUNT: "We know it from what others say.",
    Basis.TITLE: "Not read by us: this goes by its title and its place.",
}
Named = Annotated[
    str,
    typer.Argument(
        metavar="READING",
        help="The reading, such as linkedin-xlnt; `sharpen reading list` shows all.",
        autocompletion=complete_reading,
    ),
]


def list_readings(
    company: Annotated[
        str,
        typer.Option(help="Only this company, or Courses, Notes or Practice.", autocompletion=complete_company),
    ] = "",
    unread: Annotated[bool, typer.Option("--unread", help="Only what is not marked read.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the readings, and which of them you marked read."""
    with workspace() as ws, ws.reading() as work:
        shelves = list(readings.shelves(work))
        shelf = _shelf(company, shelves)
        listed, marks = readings.chosen(work, shelf, unread=unread), _marks(work.readings.everything())
        read, total = len(work.readings.read() & set(work.library.readings)), len(work.library.readings)
    if as_json:
        print_json({"readings": [_as_json(reading, marks.get(reading.id)) for reading in listed]})
        return
    if not listed:
        console().print("There are no readings here yet." if not total else "No reading matches.")
        return
    with paged():
        _print_table(listed, marks)
        console().print(f"\n{read} of {total} read. `sharpen reading show READING` says what to take from one.")


def _shelf(company: str, shelves: list[str]) -> str:
    """The heading that is meant, whatever its case. Raises CommandError."""
    found = {shelf.casefold(): shelf for shelf in ["", *shelves]}.get(company.casefold())
    if found is None:
        close = did_you_mean(company, shelves) or f" There are {', '.join(shelves)}."
        raise CommandError(f"No readings are of {company!r}.{close}")
    return found


def _print_table(listed: list[Reading], marks: dict[str, ReadingMark]) -> None:
    rows, above = table("reading", "title", "state"), ""
    for reading in listed:
        if reading.shelf != above:
            above = reading.shelf
            rows.add_row(Text(clean(above), "bold"))
        mark = marks.get(reading.id)
        state = (
            Text("read", "green") if mark and mark.read else Text("noted" if mark and mark.note.text.strip() else "")
        )
        rows.add_row(Text(f"  {reading.id}"), Text(clean(reading.title)), state)
    console().print(rows)


def _state(mark: ReadingMark | None) -> Text:
    if mark and mark.read:
        return Text("read", "green")
    return Text("noted" if mark and mark.note.text.strip() else "")


def show_reading(reading: Named, as_json: AsJson = False) -> None:
    """Show what to take from a reading, where it is, and your note."""
    with workspace() as ws, ws.reading() as work:
        found, mark = readings.named(work, reading), readings.mark_of(work, reading)
    if as_json:
        print_json(_as_json(found, mark))
        return
    about = ", ".join(str(part) for part in (found.shelf, found.year, "read" if mark.read else "") if part)
    console().print(Text.assemble((clean(found.title), "bold"), f"\n{clean(about)}"))
    if found.url:
        console().print(Text(clean(found.url)), soft_wrap=True)
    console().print(Text(f"\n{clean(found.take)}"))
    if found.basis in BASIS:
        console().print(Text(f"\n{BASIS[found.basis]}", "dim"))
    for source in found.sources:
        console().print(Text(clean(source), "dim"), soft_wrap=True)
    for what, names, command in (("Topics", found.topics, "lesson TOPIC"), ("Cases", found.cases, "case start CASE")):
        if names:
            console().print(f"{what}: {', '.join(names)} (`sharpen {command}`)", markup=False)
    if mark.note.text.strip():
        console().print(Text("\nYour note", "bold"))
        print_markdown(mark.note.text)


def mark_reading(
    reading: Named,
    unread: Annotated[bool, typer.Option("--unread", help="Take the mark back.")] = False,
) -> None:
    """Mark a reading read, or take that back."""
    with workspace() as ws:
        readings.mark(ws, reading, read=not unread)
        with ws.reading() as work:
            read, total = len(work.readings.read() & set(work.library.readings)), len(work.library.readings)
            title = readings.named(work, reading).title
    console().print(Text(f"{clean(title)}: {'not read' if unread else 'read'}. {read} of {total} are read."))


def note_reading(
    reading: Named,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="What to add, in Markdown.", show_default="print the note"),
    ] = None,
    instead: Annotated[
        bool, typer.Option("--replace", help="Put the words in place of the note; the browser keeps the old one.")
    ] = False,
) -> None:
    """Add words to your note on a reading, or print it."""
    typed = " ".join(words or ())
    with workspace() as ws:
        if instead:
            mark = readings.replace_note(ws, reading, typed)
        elif typed.strip():
            mark = readings.add_to_note(ws, reading, typed)
        else:
            with ws.reading() as work:
                mark = readings.mark_of(work, reading)
    if mark.note.text.strip():
        print_markdown(mark.note.text)
    else:
        console().print("There is no note on it." if not instead else "The note is empty now.")


def _marks(every: Any) -> dict[str, ReadingMark]:
    return {mark.reading: mark for mark in every}


def _as_json(reading: Reading, mark: ReadingMark | None) -> dict[str, Any]:
    return {
        "reading": reading.id,
        "title": reading.title,
        "company": reading.shelf,
        "url": reading.url or None,
        "year": reading.year,
        "basis": reading.basis,
        "take": reading.take,
        "topics": list(reading.topics),
        "cases": list(reading.cases),
        "sources": list(reading.sources),
        "read": bool(mark and mark.read),
        "note": mark.note.text if mark else "",
    }
