"""A JSON object kept in a file from run to run; one that cannot be read or written costs nothing but time."""

import contextlib
import json
from pathlib import Path
from typing import Any

from sharpen.files.whole import replacing


def load(path: Path | None) -> dict[str, Any]:
    """What was kept at `path`; empty without a path, and for anything but a JSON object."""
    if path is None:
        return {}
    with contextlib.suppress(OSError, ValueError, RecursionError):
        read = json.loads(path.read_bytes())
        return read if isinstance(read, dict) else {}
    return {}


def keep(path: Path, known: dict[str, Any]) -> None:
    """Keep an object at `path`, if it has a form in JSON (a date has none) and the file can be written."""
    with contextlib.suppress(OSError, TypeError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(path) as unfinished:
            unfinished.write_text(json.dumps(known), "utf-8")
