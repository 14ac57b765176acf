"""`sharpen log`: the problems solved elsewhere; list them, add one, say that one was solved again, remove one."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import SheetRow
from sharpen.practice.day import coverage
from sharpen.practice.day.coverage import AIM, Coverage
from sharpen.practice.errors import BadText, NoSuchRow
from sharpen.practice.sheet import sheet
from sharpen.practice.work import Work

Id = Annotated[str, typer.Argument(metavar="ID", help="The id of an entry, or as much of it as no other begins with.")]


def list_entries(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Only entries in which these words are.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the problems you solved elsewhere, the mix, and what to do next."""
    with workspace() as ws, ws.reading() as work:
        rows = [row for row in work.sheet_rows.everything() if row.mentions(words)]
        found = coverage.gather(work)
    if as_json:
        print_json({"entries": [asdict(row) for row in rows], "mix": {str(level): n for level, n in found.mix.items()}})
        return
    with paged():
        _print_rows(rows)
        _print_coverage(found)


def add_entry(
    link: Annotated[
        str, typer.Argument(metavar="[LINK]", help="The link of the problem; a title is enough, too.")
    ] = "",
    title: Annotated[str, typer.Option(help="The title, where the link does not tell it.")] = "",
    difficulty: Annotated[str, typer.Option(help="easy, medium or hard.")] = "",
    went: Annotated[str, typer.Option(help="easily, alone, with help, or not solved.")] = "",
    minutes: Annotated[str, typer.Option(help="How long it took: 25, or 1h 20m.")] = "",
    patterns: Annotated[str, typer.Option(help="Patterns, separated by commas.")] = "",
    date: Annotated[str, typer.Option(help="When it was solved.", show_default="today")] = "",
    notes: Annotated[str, typer.Option(help="What to remember of it.")] = "",
) -> None:
    """Add a problem you solved elsewhere by its link."""
    texts = {"title": title, "difficulty": difficulty, "went": went, "minutes": minutes, "patterns": patterns}
    is_link = "/" in link or "." in link
    texts |= {"day": date, "notes": notes, "link": link if is_link else "", "title": title or ("" if is_link else link)}
    with workspace() as ws:
        row = sheet.add(ws, texts)
    console().print(
        f"Added: {clean(row.title)}{f' on {clean(row.source)}' if row.source else ''} ({row.id}).", markup=False
    )


def solve_again(
    entry: Id,
    went: Annotated[str, typer.Argument(metavar="HOW", help="easily, alone, with help, or not solved.")],
    minutes: Annotated[str, typer.Option(help="How long it took.")] = "",
) -> None:
    """Say that you solved an entry again today, and how it went."""
    with workspace() as ws:
        with ws.reading() as work:
            row = _found(work, entry)
        sheet.solved_again(ws, row.id, went, minutes)
    console().print(f"Kept: {clean(row.title)}, {went}.", markup=False)


def remove_entry(entry: Id) -> None:
    """Remove an entry from the log."""
    with workspace() as ws:
        with ws.reading() as work:
            row = _found(work, entry)
        sheet.remove(ws, row.id)
    console().print(f"Removed: {clean(row.title)}.", markup=False)


def _found(work: Work, begin: str) -> SheetRow:
    """The one entry whose id begins so. Raises NoSuchRow, BadText."""
    alike = [row for row in work.sheet_rows.everything() if begin and row.id.startswith(begin)]
    if not alike:
        raise NoSuchRow(f"The log has no entry {begin!r}.")
    if len(alike) > 1:
        raise BadText(f"The ids of {len(alike)} entries begin with {begin!r}. Give more of it.")
    return alike[0]


def _print_rows(rows: Sequence[SheetRow]) -> None:
    if not rows:
        console().print(
            "Nothing is in your log yet. `sharpen log add LINK` adds a problem, `sharpen log import FILE` a sheet."
        )
        return
    shown = table("id", "date", "title", "source", "difficulty", "how it went")
    for row in rows:
        day = row.day.isoformat() if row.day else ""
        texts = (row.title, row.source, row.difficulty or "", row.went or "")
        shown.add_row(row.id, day, *(Text(clean(text)) for text in texts))
    console().print(shown)
    console().print(f"{counted(len(rows), 'entry', 'entries')}.")


def _print_coverage(found: Coverage) -> None:
    out = console()
    if found.solved:
        parts = ", ".join(f"{level} {found.share(level):.0f}% (aim {AIM[level]}%)" for level in Difficulty)
        out.print(f"\n{counted(found.solved, 'problem')} solved, here and elsewhere: {parts}.")
    if found.gap:
        topic, level = found.gap
        next_ = f"`sharpen start {found.problem.slug}`" if found.problem else f"`sharpen lesson {topic.id}`"
        out.print(f"Next gap: {topic.title}, {level}. {next_} begins to fill it.")
