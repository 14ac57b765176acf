"""The health of a data file: whether it can be read and written, and what to do when not. It stays as it is."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sharpen.domain.counting import counted
from sharpen.store import sqlite
from sharpen.store.migrations import HEAD

LEAST_ROOM = 50 << 20
"""Bytes that should be free: a migration copies the file, and the log of what is written grows beside it."""


@dataclass(frozen=True)
class Sign:
    """One thing that was looked at: whether it is well, and what was seen, with what to do about it."""

    name: str
    works: bool
    detail: str


def examine(path: Path) -> list[Sign]:
    """What the data file is like, whether its folder can be written to, and how much room there is."""
    folder = next((each for each in path.parents if each.exists()), path.parent)
    return [_file(path), _folder(folder), _room(folder)]


def _file(path: Path) -> Sign:
    if not path.exists():
        return Sign("data", True, f"{path} is not there yet; the first command that needs it makes it")
    try:
        with path.open("r+b"):
            pass
    except OSError as problem:
        return Sign("data", False, f"{path} cannot be written ({problem.strerror}): make it writable for you")
    try:
        with closing(sqlite.opened_to_read(path)) as db:
            fault = sqlite.fault(db)
            revision = _revision(db)
            attempts, reviews = (_count(db, table) for table in ("attempts", "reviews"))
    except sqlite3.Error as problem:
        fault = str(problem)
    if fault:
        return Sign("data", False, f"{path} is damaged ({fault}): {_way_out(path)}")
    if revision is None and path.stat().st_size:
        return Sign("data", False, f"{path} is a database, but not of sharpen: name another folder in SHARPEN_HOME")
    size = f"{path.stat().st_size / 1e6:,.1f} MB, {counted(attempts, 'attempt')}, {counted(reviews, 'review')}"
    if revision is not None and revision > HEAD:
        what = f"revision {revision} is newer than this sharpen, which knows {HEAD}"
        return Sign("data", False, f"{what}: upgrade sharpen, or name another folder in SHARPEN_HOME")
    older = "" if revision == HEAD else f", which the next command upgrades to {HEAD} and keeps a copy of"
    return Sign("data", True, f"revision {revision}{older}, {size}")


def _revision(db: sqlite3.Connection) -> str | None:
    with contextlib.suppress(sqlite3.OperationalError):  # no such table
        row = db.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None
    return None


def _count(db: sqlite3.Connection, table: str) -> int:
    with contextlib.suppress(sqlite3.OperationalError):
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    return 0


def _way_out(path: Path) -> str:
    copies = sorted(each.name for each in path.parent.glob(f"{path.name}.before-*") if sqlite.is_whole(each))
    there = f"; copies lie beside it: {', '.join(copies)}" if copies else ""
    return f"move it away, but keep it, and bring a copy back (`sharpen restore FILE`){there}"


def _folder(folder: Path) -> Sign:
    """Whether a file can be made there and filled, found out by doing so."""
    try:
        with tempfile.TemporaryFile(dir=folder) as tried:
            tried.write(b"\0" * 65_536)
            tried.flush()
            os.fsync(tried.fileno())
    except OSError as problem:
        what = f"nothing can be written in {folder} ({problem.strerror})"
        return Sign("folder", False, f"{what}: make room or make it writable, or name another in SHARPEN_HOME")
    return Sign("folder", True, f"{folder} can be written to")


def _room(folder: Path) -> Sign:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as problem:
        return Sign("room", False, f"how much is free cannot be told ({problem.strerror})")
    enough = free >= LEAST_ROOM
    advice = "" if enough else ": make room, or name a folder of another disk in SHARPEN_HOME"
    return Sign("room", enough, f"{free / 1e6:,.0f} MB free{advice}")
