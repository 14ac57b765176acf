"""Watching a file: its text whenever that changes, however the editor saves it, and the keys pressed meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.1
"""Seconds between looks; a save is taken once the file looks the same twice."""


@dataclass(frozen=True)
class Saved:
    """The file was saved, and this is its text."""

    text: str


def events(path: Path, wait: Callable[[float], str]) -> Iterator[Saved | str]:
    """What the file holds now, and again after every save that changes it, and each key, forever.

    `wait` takes some seconds, and returns the key that was pressed, or nothing. An editor that writes a new file and
    renames it leaves a moment without one: that is waited out, and so is a file half written or not valid text.
    """
    judged: str | None = None
    before: object = None
    while True:
        now = _trace(path)
        if now is not None and now == before:
            with suppress(OSError, UnicodeDecodeError):
                text = path.read_text(encoding="utf-8-sig")
                if text != judged and _trace(path) == now:
                    judged = text
                    yield Saved(text)
        before = now
        if key := wait(INTERVAL):
            yield key


def _trace(path: Path) -> object:
    """Changes whenever the file is written; None while there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
