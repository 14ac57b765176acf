"""`sharpen import FILE`: merge an exported document; what is newer here stays."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.exchange.restore import way_back
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.exchange.backup import import_ as imported
from sharpen.practice.exchange.document import parsed


def import_work(
    file: Annotated[Path, typer.Argument(help="A file that `sharpen export` wrote; - reads standard input.")],
) -> None:
    """Merge an exported JSON file into your work. What is newer here stays."""
    try:
        text = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except FileNotFoundError:
        raise CommandError(f"There is no file {file}.") from None
    document = parsed(text)
    with workspace() as ws:
        summary = imported(ws, document)
    for kind, merged in summary.items():
        name = kind.replace("_", " ")
        print(f"{name}: {merged.added:,} added, {merged.updated:,} updated, {merged.kept:,} already here")
    if summary.before:
        print(way_back(summary.before))
