"""Everything that is true of SQLite alone: its settings, its transactions, its file and copies of it."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite import Insert, insert

__all__ = [
    "Insert",
    "copy",
    "fault",
    "has_table",
    "insert",
    "is_whole",
    "opened_to_read",
    "overwrite_what_is_removed",
    "prepare",
    "put_back",
]

from sharpen.files.whole import replacing

SETTINGS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    # NORMAL would lose what was just told to be saved when the power fails (sqlite.org/pragma.html#pragma_synchronous).
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
PATIENCE = 10.0
"""Seconds to wait for another process that is using the file."""
PAUSE = 0.02
"""Seconds between two tries."""
FOLDING = Lock()


def prepare(engine: Engine, path: Path | None) -> None:
    """Set up every connection that the engine will make, and the file, readable by its owner alone."""
    if path is not None and not path.exists():
        _make(path)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _fold)


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
            time.sleep(PAUSE)


def _begin(connection: Connection) -> None:
    # A transaction that reads before it writes must lock first: SQLite refuses to let a reader
    # turn writer once another process has written, and no waiting helps.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _fold(connection: Any, _record: Any) -> None:
    """After each transaction, bring what is in the write-ahead log into the file itself.

    SQLite alone does so every thousand pages and when the last connection is closed. People copy, and sync, the one
    file they were told of, so all of their work must be in it. Costs microseconds when there is nothing to bring; a
    transaction that still reads an older moment holds some back, and brings it itself when it ends.
    """
    if connection is None:
        return
    deadline = time.monotonic() + PATIENCE
    with suppress(sqlite3.Error), FOLDING:  # on failure, nothing is lost: it is in the log
        # PASSIVE waits for nobody, and is busy while another process does the same.
        while connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[0] and time.monotonic() < deadline:
            time.sleep(PAUSE)


def overwrite_what_is_removed(connection: Connection) -> None:
    """From now on this connection leaves zeros in the file where rows were removed, not the rows."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def copy(path: Path, to: Path) -> None:
    """Copy a database file whole, also while it is in use. Raises sqlite3.Error, OSError."""
    with replacing(to) as unfinished:
        _make(unfinished)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)


def put_back(copy: Path, path: Path) -> None:
    """Make a database file what a copy of it is, in one transaction, also while it is in use.

    Whoever wrote the copy over the file instead would leave the log of another beside it. Raises sqlite3.Error,
    OSError.
    """
    _make(path)
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(path, timeout=PATIENCE)) as target:
        source.backup(target)


def has_table(path: Path, name: str) -> bool:
    """Whether a database file is whole and has a table of this name. Raises sqlite3.Error for one that is damaged."""
    with closing(sqlite3.connect(path)) as connection:
        if found := fault(connection):
            raise sqlite3.DatabaseError(found)
        query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
        return bool(connection.execute(query, (name,)).fetchone()[0])


def is_whole(copy: Path) -> bool:
    """Whether a file that nobody writes to is a database of sharpen without a fault. Nothing is made beside it."""
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{copy.resolve().as_uri()}?immutable=1", uri=True)) as db,
    ):
        db.execute("SELECT version_num FROM alembic_version").fetchone()
        return not fault(db)
    return False


def _make(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, also in a folder where nothing can be written. Raises sqlite3.Error."""
    uri = path.resolve().as_uri()
    try:
        db = sqlite3.connect(f"{uri}?mode=ro", uri=True)
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
        return db
    except sqlite3.OperationalError:
        if path.with_name(f"{path.name}-wal").exists():
            raise
        return sqlite3.connect(f"{uri}?immutable=1", uri=True)


def fault(db: sqlite3.Connection) -> str:
    """The first fault in the structure of a database; empty when there is none. Raises sqlite3.Error."""
    (found,) = db.execute("PRAGMA quick_check(1)").fetchone()
    return "" if found == "ok" else str(found)
