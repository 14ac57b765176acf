"""Restoring: the data file made what a copy of it is."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sharpen.store import sqlite
from sharpen.store.engine import file_at, open_store
from sharpen.store.errors import StoreError


def restore(where: Path | str, copy: Path, aside: str) -> Path | None:
    """Make the data what it is in a copy of the file, migrated if that is older, whoever uses it meanwhile.

    `where` is as in `open_store`. What was there is kept beside the file, its name followed by `aside`; the result
    is the path of that, None if there was nothing. Raises StoreError, and then nothing was changed.
    """
    path = file_at(where)
    if path is None:
        raise StoreError("The data is not in a SQLite file, so a copy of one cannot take its place.")
    if not copy.is_file():
        raise StoreError(f"There is no file {copy}, so nothing was restored. Check its name.")
    try:
        with TemporaryDirectory(prefix=".restoring-", dir=path.parent) as folder:
            ready = Path(folder) / path.name
            sqlite.copy(copy, ready)
            if not sqlite.has_table(ready, "alembic_version"):
                raise StoreError(
                    f"{copy} is a database, but not one of sharpen's, so nothing was restored. Name a file that "
                    "`sharpen backup` wrote, or a copy of sharpen.db. What `sharpen export` wrote is for "
                    "`sharpen import`."
                )
            open_store(ready).close()
            kept = _put_aside(path, path.with_name(path.name + aside))
            sqlite.put_back(ready, path)
    except (sqlite3.Error, OSError) as problem:
        raise StoreError(
            f"{copy} cannot be restored ({problem}), and nothing was changed. Name a file that `sharpen backup` wrote, "
            "whole, and see that there is room on the disk. What `sharpen export` wrote is for `sharpen import`."
        ) from problem
    return kept


def _put_aside(path: Path, kept: Path) -> Path | None:
    """Keep what is to be replaced, readable or not."""
    if not path.exists():
        return None
    try:
        sqlite.copy(path, kept)
    except sqlite3.DatabaseError as problem:
        if isinstance(problem, sqlite3.OperationalError):  # locked, or no room: it may be read another time
            raise
        for suffix in ("-wal", "-shm", ""):  # too damaged to be read; a new file must not meet the log of another
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(kept.with_name(kept.name + suffix))
    return kept
