"""The files a learner designs in: which lab a design is for, and its predictions beside it."""

import re
from collections.abc import Collection
from pathlib import Path

from sharpen.cli.terminal.failure import CommandError

HEADER = re.compile(r"^# sharpen lab: (\S+)", re.MULTILINE)
PREDICTIONS = "-predictions.txt"
STDIN = Path("-")


def recognize(path: Path, source: str, known: Collection[str]) -> str:
    """The lab that a design is for: by its `# sharpen lab: LAB` line, else by the file's name. Raises CommandError."""
    if found := HEADER.search(source):
        return found[1]  # an unknown name is reported later, with the names that come close
    for name in (path.stem, path.stem.replace("_", "-")):
        if name in known:
            return name
    raise CommandError(
        f"Which lab is {path} for? Name it with --lab, or write the line `# sharpen lab: LAB` at the top of the file. "
        "`sharpen lab list` shows the labs."
    )


def predictions(path: Path, named: Path | None) -> str:
    """The predictions in a file that was named, else in the one beside the design, else none. Raises CommandError."""
    beside = path.with_name(f"{path.stem}{PREDICTIONS}")
    if named is None:
        return _read(beside) if path != STDIN and beside.is_file() else ""
    return _read(named)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise CommandError(f"{path} is not UTF-8 text (byte {problem.start}). Save it as UTF-8.") from None
