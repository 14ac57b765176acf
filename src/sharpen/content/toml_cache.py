"""Parsed TOML remembered from run to run: with hundreds of problems, parsing is most of the time a start takes."""

import tomllib
from pathlib import Path
from typing import Any

from sharpen.files import json_cache


class Remembered:
    """Parses TOML as `tomllib.loads` does, but each text once: `keep` writes to `path` what was parsed.

    The key is the text itself, so what is remembered cannot be out of date. A file that cannot be
    read or written costs nothing but time.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before: dict[str, dict[str, Any]] = json_cache.load(path)
        self._now: dict[str, dict[str, Any]] = {}

    def __call__(self, text: str) -> dict[str, Any]:
        """The table of a text. Raises tomllib.TOMLDecodeError."""
        table = self._before.get(text)
        if table is None:
            try:
                table = tomllib.loads(text)
            except tomllib.TOMLDecodeError:
                raise
            except (ValueError, RecursionError) as problem:  # tomllib leaves these two as they come
                why = "a number has too many digits, or lists are nested too deep"
                raise tomllib.TOMLDecodeError(why) from problem
        self._now[text] = table
        return table

    def keep(self) -> None:
        """Remember what was parsed since the start, if any of it is new."""
        if self._path is not None and not self._now.keys() <= self._before.keys():
            json_cache.keep(self._path, self._now)
