"""Parsed TOML remembered from run to run: with hundreds of problems, parsing is most of the time a start takes."""

import contextlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any


class Remembered:
    """Parses TOML as `tomllib.loads` does, but each text once: `keep` writes to `path` what was parsed.

    The key is the text itself, so what is remembered cannot be out of date. A file that cannot be
    read or written costs nothing but time.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before: dict[str, dict[str, Any]] = {}
        self._now: dict[str, dict[str, Any]] = {}
        if path is not None:
            with contextlib.suppress(OSError, ValueError):
                read = json.loads(path.read_bytes())
                self._before = read if isinstance(read, dict) else {}

    def __call__(self, text: str) -> dict[str, Any]:
        """The table of a text. Raises tomllib.TOMLDecodeError."""
        table = self._before.get(text)
        if table is None:
            table = tomllib.loads(text)
        self._now[text] = table
        return table

    def keep(self) -> None:
        """Remember what was parsed since the start, if any of it is new."""
        if self._path is None or self._now.keys() <= self._before.keys():
            return
        unfinished = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        # A text with a date in it has no form in JSON; then nothing is remembered.
        with contextlib.suppress(OSError, TypeError):
            self._path.parent.mkdir(mode=0o700, exist_ok=True)
            unfinished.write_text(json.dumps(self._now), "utf-8")
            unfinished.replace(self._path)
