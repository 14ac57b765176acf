"""`sharpen import FILE`: merge an exported document; what is newer here stays."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.exchange.backup import import_ as imported


def import_work(
    file: Annotated[Path, typer.Argument(help="A file that `sharpen export` wrote; - reads standard input.")],
) -> None:
    """Merge an exported JSON file into your work. What is newer here stays."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
        document = json.loads(text)
    except FileNotFoundError:
        raise CommandError(f"There is no file {file}.") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise CommandError(f"{file} is not JSON ({problem}). Choose a file that `sharpen export` wrote.") from None
    with workspace() as ws:
        summary = imported(ws, document)
    for kind, merged in summary.items():
        print(f"{kind}: {merged.added:,} added, {merged.updated:,} updated, {merged.kept:,} already here")
