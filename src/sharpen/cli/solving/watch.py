"""Watching a file: its text whenever that changes, however the editor saves it."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

INTERVAL = 0.1
"""Seconds between looks; a save is taken once the file looks the same twice."""


def versions(path: Path) -> Iterator[str]:
    """The text of a file now, and again after every save that changes it, forever.

    An editor that writes a new file and renames it leaves a moment without one: that is waited
    out, and so is a file half written or not valid text.
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
                    yield text
        before = now
        time.sleep(INTERVAL)


def _trace(path: Path) -> object:
    """Changes whenever the file is written; None while there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
