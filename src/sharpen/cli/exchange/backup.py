"""`sharpen backup FILE`: a copy of the data file, made whole while everything runs."""

from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.terminal.replacing import refuse_to_replace
from sharpen.cli.terminal.workspace import workspace
from sharpen.practice.exchange import copies


def back_up(
    file: Annotated[Path, typer.Argument(help="Where to write it, such as sharpen-backup.db.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write a copy of the data file, also while sharpen runs."""
    if not force:
        refuse_to_replace(file)
    with workspace() as ws:
        copies.backup(ws, file)
    print(f"Wrote {file}. `sharpen restore` brings it back.")
