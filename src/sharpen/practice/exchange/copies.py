"""Copies of the data file: on request, before something replaces much of it, and back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from sharpen.practice.errors import NothingToTakeBack
from sharpen.practice.settings import Settings
from sharpen.practice.workspace import Workspace
from sharpen.store import is_whole, restore

KEPT = 5
"""How many copies from before imports stay, the newest."""
IMPORT, UNDO, RESTORE = ".before-import-", ".before-undo-", ".before-restore-"
"""What follows the name of the data file in those of copies: then the moment, for an undo that of the import undone."""
MOMENT = "%Y%m%d-%H%M%S-%f"
UNDOING = Lock()


@dataclass(frozen=True)
class LastImport:
    """The latest import of which a copy from before is kept."""

    copy: Path
    """The data as it was."""
    at: datetime
    undone: Path | None = None
    """The data as it was before the import was undone, if it was."""
    replaced: bool = False
    """Whether all data was replaced by a copy since."""

    @property
    def stands(self) -> bool:
        """Whether it can be undone."""
        return self.undone is None and not self.replaced


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


def last_import(ws: Workspace) -> LastImport | None:
    """The latest import and what became of it; None where nothing was imported, or the data is no file."""
    file = ws.store.file
    if file is None:
        return None
    names = sorted(each.name.removeprefix(file.name) for each in file.parent.iterdir())
    imports = [moment for name in names if name.startswith(IMPORT) and (moment := name.removeprefix(IMPORT))]
    for moment in reversed(imports):
        try:
            at = datetime.strptime(moment, MOMENT).astimezone()
        except ValueError:  # another file that begins like one
            continue
        undone = file.with_name(file.name + UNDO + moment) if UNDO + moment in names else None
        replaced = any(name.startswith(RESTORE) and name > RESTORE + moment for name in names)
        return LastImport(file.with_name(file.name + IMPORT + moment), at, undone, replaced)
    return None


def undo(ws: Workspace, name: str) -> Path | None:
    """Make the data what it was before the latest import, given the name of the copy that was kept then.

    What was done since is undone too, and kept: the result is the path of that copy. Raises NothingToTakeBack when
    there is no such copy, or another import came since, or this one was undone before; StoreError.
    """
    with UNDOING:
        file, last = ws.store.file, last_import(ws)
        here = {each.name for each in file.parent.iterdir()} if file else set()  # a name from a form is never a path
        if file is None or last is None or name not in here or not name.startswith(file.name + IMPORT):
            raise NothingToTakeBack("The copy from before that import is not kept any more, so nothing was changed.")
        moment = name.removeprefix(file.name + IMPORT)
        if file.name + UNDO + moment in here:
            raise NothingToTakeBack("This import was already undone; nothing was changed.")
        if name != last.copy.name:
            raise NothingToTakeBack("There was another import since, so nothing was changed.")
        if last.replaced:
            raise NothingToTakeBack("All of your work was restored from a copy since that import; nothing was changed.")
        return restore(file, last.copy, UNDO + moment)


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
    return f".before-{before}-{datetime.now().astimezone():{MOMENT}}"
