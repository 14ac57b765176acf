"""`sharpen restore FILE`: the data as it was in a copy of its file."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from sharpen.practice.exchange import copies
from sharpen.practice.settings import Settings


def restore_copy(
    file: Annotated[Path, typer.Argument(help="What `sharpen backup` wrote, or was kept before an import.")],
) -> None:
    """Replace all of your work by a copy of the data file. What was there is kept."""
    before = copies.restored(Settings(), file)
    print(f"Your work is now as it was in {file}.")
    if before:
        print(way_back(before))


def way_back(before: Path) -> str:
    """What to do to undo what replaced the data, given the copy that was kept."""
    if not copies.can_be_restored(before):
        return f"What was here before was damaged and cannot be brought back. It is kept as {before}."
    return f"What was here before is kept: `sharpen restore {shlex.quote(str(before))}` brings it back."
