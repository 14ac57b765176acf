"""`sharpen log import` and `export`: sheets in, with a preview first, and out."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.replacing import refuse_to_replace
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.files.whole import replacing
from sharpen.practice.errors import BadText
from sharpen.practice.sheet import importing, tables
from sharpen.practice.sheet.columns import FIELDS
from sharpen.practice.sheet.importing import Preview

SHOWN = 20


def import_sheet(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table of text: CSV, or pasted from a page; - reads the input.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(help="What a column is, as in `--column 'Zeit=minutes'`; = alone leaves it out. May be repeated."),
    ] = None,
    days_first: Annotated[
        bool | None, typer.Option("--days-first/--months-first", help="How 3/4/2026 is read.", show_default=False)
    ] = None,
    refused: Annotated[Path | None, typer.Option(help="Write the rows that cannot be read to this CSV file.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Import without asking.")] = False,
) -> None:
    """Import a sheet of problems: a preview first, then all of it at once."""
    text = _text(file)
    with workspace() as ws:
        with ws.reading() as work:
            found = importing.preview(work, text, days_first=days_first)
            fields = _fields(found, column or [])
            found = importing.preview(work, text, fields, days_first)
        _print_preview(found)
        if refused and found.refused:
            refuse_to_replace(refused)
            _write(refused, importing.refused_as_csv(found))
            console().print(f"Those that cannot be read are in {refused}.", markup=False)
        if not found.rows:
            raise typer.Exit(1)
        if not yes and not (sys.stdin.isatty() and typer.confirm(f"Import {len(found.rows)}?", default=True)):
            console().print("Nothing was imported; --yes does it without asking.")
            raise typer.Exit(1)
        importing.import_(ws, text, fields, days_first)
    console().print(f"Imported {counted(len(found.rows), 'problem')}. `sharpen log undo` takes them back.")


def undo_import() -> None:
    """Take the last import back whole; what was solved again since stays."""
    with workspace() as ws:
        with ws.reading() as work:
            batch, _ = importing.last_batch(work)
        gone = importing.undo(ws, batch)
    console().print(f"{counted(gone, 'problem')} taken back.")


def export_sheet(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The CSV file to write; - prints it.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write the log as a CSV file, which `sharpen log import` reads again."""
    if str(file) != "-" and not force:
        refuse_to_replace(file)
    with workspace() as ws, ws.reading() as work:
        text = importing.export(work)
    if str(file) == "-":
        print(text, end="")
        return
    _write(file, text)
    console().print(f"Wrote {file}.", markup=False)


def _write(file: Path, text: str) -> None:
    with replacing(file) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="")  # the table has its own line ends


def _text(file: Path) -> str:
    """The table in a file or in the input. Raises BadText, CommandError."""
    if str(file) == "-":
        return tables.decoded(sys.stdin.buffer.read(tables.MOST_BYTES + 1))
    try:
        with file.open("rb") as opened:
            return tables.decoded(opened.read(tables.MOST_BYTES + 1))
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror}.") from None


def _fields(found: Preview, columns: list[str]) -> list[str]:
    """What each column is, by what the command says and else as guessed. Raises BadText."""
    fields = list(found.fields)
    for each in columns:
        heading, _, field = each.partition("=")
        if heading not in found.table.headings:
            raise BadText(f"There is no column {heading!r}; there are {', '.join(found.table.headings)}.")
        if field not in ("", *FIELDS):
            raise BadText(f"{field!r} is not what a column can be; {', '.join(FIELDS)} are.")
        fields = ["" if one == field else one for one in fields]
        fields[found.table.headings.index(heading)] = field
    return fields


def _print_preview(found: Preview) -> None:
    out = console()
    columns = table("column", "is")
    for heading, field in zip(found.table.headings, found.fields, strict=True):
        columns.add_row(Text(clean(heading)), FIELDS.get(field, "left out"))
    out.print(columns)
    total = len(found.table.rows)
    out.print(f"{len(found.rows)} of {counted(total, 'row')} would be added, {len(found.again)} are there already.")
    if found.unsure:
        read = "days first" if found.days_first else "months first"
        out.print(f"Days such as 3/4/2026 are read {read}; --days-first and --months-first say which.")
    if found.refused:
        out.print(f"{counted(len(found.refused), 'row')} cannot be read:", style="yellow")
        for one in found.refused[:SHOWN]:
            out.print(Text(clean(f"  line {one.line.number}: {one.why}")))
        if len(found.refused) > SHOWN:
            out.print(f"  and {len(found.refused) - SHOWN} more; --refused FILE writes them all.")
