"""Everything that is true of SQLite alone: its settings, its transactions, copying its file."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite import Insert, insert

__all__ = ["Insert", "insert", "keep_copy", "prepare"]

from sharpen.files.whole import replacing

SETTINGS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)
PATIENCE = 10.0
"""Seconds to wait for another process that is using the file."""


def prepare(engine: Engine, path: Path | None) -> None:
    """Set up every connection that the engine will make, and the file, readable by its owner alone."""
    if path is not None and not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)


def _set_up(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin late and end around DDL; with None it leaves them to _begin.
    connection.isolation_level = None
    for setting in SETTINGS:
        _patiently(connection, setting)


def _patiently(connection: Any, statement: str) -> None:
    """Run a statement; the change to WAL gives up at once, whatever busy_timeout says, so try again."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement).close()
            return
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    # A transaction that reads before it writes must lock first: SQLite refuses to let a reader
    # turn writer once another process has written, and no waiting helps.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def keep_copy(path: Path, name: str) -> Path:
    """Copy a database file, also while it is in use, to `name` beside it. Raises sqlite3.Error, OSError."""
    copy = path.with_name(name)
    with replacing(copy) as unfinished:
        os.close(os.open(unfinished, os.O_CREAT | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
    return copy
