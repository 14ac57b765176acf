"""`sharpen export FILE`: all of your work as one JSON document."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.terminal.console import shows_all
from sharpen.cli.terminal.replacing import refuse_to_replace
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.files.whole import replacing
from sharpen.practice.exchange.backup import export as exported


def export_work(
    file: Annotated[Path, typer.Argument(help="Where to write it; - writes to standard output.")],
    recordings: Annotated[
        bool, typer.Option("--recordings/--no-recordings", help="With your recordings, which are large, or without.")
    ] = True,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write all of your work to a JSON file."""
    if str(file) != "-" and not force:
        refuse_to_replace(file)
    with workspace() as ws, ws.reading() as work:
        document = exported(work, recordings=recordings)
        left = 0 if recordings else len(work.recordings.listed())
    if str(file) == "-":
        sys.stdout.write(json.dumps(document, ensure_ascii=not shows_all(), indent=1) + "\n")
        return
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    with replacing(file) as unfinished:
        unfinished.touch(0o600)  # as the data file: for its owner alone
        unfinished.write_text(text, encoding="utf-8")
    held = (counted(len(rows), *_nouns(kind)) for kind, rows in document.items() if isinstance(rows, list))
    print(f"Wrote {file}: {', '.join(held)}.")
    if left:
        print(f"{counted(left, 'recording')} left out; without --no-recordings the file holds them too.")


def _nouns(kind: str) -> tuple[str, str]:
    """One and many of a kind of record, such as review session and review sessions."""
    many = kind.replace("_", " ")
    return (f"{many[:-3]}y" if many.endswith("ies") else many.removesuffix("s")), many
