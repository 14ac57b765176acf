"""Copies of the data file: on request, before something replaces much of it, and back."""

from datetime import datetime
from pathlib import Path

from sharpen.practice.errors import NothingToTakeBack
from sharpen.practice.settings import Settings
from sharpen.practice.workspace import Workspace
from sharpen.store import is_whole, restore

KEPT = 5
"""How many copies from before imports stay, the newest."""


def backup(ws: Workspace, to: Path) -> None:
    """Write a consistent copy of the data file, also while a server runs. Raises StoreError."""
    ws.store.copy(to)


def keep(ws: Workspace, before: str) -> Path | None:
    """Keep a copy of the data as it was last committed, beside it, named after what is about to change it.

    None where the data is no file. Raises StoreError when no copy can be made.
    """
    file = ws.store.file
    if file is None:
        return None
    kept = file.with_name(file.name + _name(before))
    ws.store.copy(kept)
    older = sorted(each for each in file.parent.iterdir() if each.name.startswith(f"{file.name}.before-{before}-"))
    for each in older[:-KEPT]:
        each.unlink(missing_ok=True)
    return kept


def undo(ws: Workspace, name: str) -> None:
    """Make the data what it was before an import, given the name of the copy that was kept then.

    What was done since is undone too, and kept. Raises NothingToTakeBack when there is no such copy, StoreError.
    """
    file = ws.store.file
    here = {each.name for each in file.parent.iterdir()} if file else set()  # a name from a form never becomes a path
    if file is None or name not in here or not name.startswith(f"{file.name}.before-import-"):
        raise NothingToTakeBack("The copy from before that import is not kept any more, so nothing was changed.")
    restore(file, file.with_name(name), _name("restore"))


def restored(settings: Settings, copy: Path) -> Path | None:
    """Make the data what it is in a copy of its file; the path of a copy of what was there before, if anything was.

    Raises StoreError, and then nothing was changed.
    """
    settings.make_home()
    return restore(settings.data, copy.absolute(), _name("restore"))


def can_be_restored(copy: Path) -> bool:
    """Whether a copy can be brought back; one of data that was damaged cannot."""
    return is_whole(copy)


def _name(before: str) -> str:
    return f".before-{before}-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"
