"""The database of a package, opened so that whatever it holds can only be read, and only for so long."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sharpen.anki import limits
from sharpen.anki.package import BadPackage
from sharpen.anki.patience import Patience

TABLES = ("col", "notes", "cards", "revlog", "notetypes", "fields", "templates", "decks")
"""All that is read; the last four are there from schema 18 on."""
NEEDED = ("col", "notes", "cards")
GENERATED = (2, 3)
"""What SQLite calls columns that are computed when they are read."""
STEPS = 20_000
"""Instructions of SQLite's machine between two looks at the clock: about a millisecond."""
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: limits.VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 8,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


class Database:
    """A database to be read. `opened` turns its errors into BadPackage."""

    def __init__(self, connection: sqlite3.Connection, tables: frozenset[str]) -> None:
        self.connection = connection
        self.tables = tables

    def rows(self, table: str, columns: Sequence[str], limit: int) -> Iterator[tuple[Any, ...]]:
        """The rows of a table, none when it has no such table. Raises BadPackage when there are more than `limit`."""
        if table not in self.tables:
            return
        # Table and columns are written in this package, never taken from a file.
        cursor = self.connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
        for count, row in enumerate(cursor):
            if count >= limit:
                raise BadPackage(
                    f"The package holds more than {limit:,} rows of {table}, more than sharpen reads."
                    " Export a smaller selection of decks."
                )
            yield row


@contextmanager
def opened(path: Path, patience: Patience) -> Iterator[Database]:
    """Open an unpacked database. Raises BadPackage when it is none, or holds what no honest one does."""
    _check_length(path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        for limit, value in LIMITS.items():
            connection.setlimit(limit, value)
        connection.set_progress_handler(lambda: patience.over, STEPS)
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        connection.create_collation("unicase", _unicase)
        try:
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "temp_store = MEMORY"):
                connection.execute(f"PRAGMA {pragma}")
            tables = _checked_tables(connection)
            connection.set_authorizer(_only_reading)
            yield Database(connection, tables)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # a name in the schema may be no text
            patience.check()
            raise BadPackage(
                f"The package's collection cannot be read: it is damaged ({error}). Export it from Anki again."
            ) from error
    finally:
        connection.close()


def _check_length(path: Path) -> None:
    """A database says in its header how long it is. One that was cut short would otherwise be read by half."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        raise BadPackage(
            "The package's collection is not a database, because it is damaged. Export it from Anki again."
        )
    page = int.from_bytes(header[16:18], "big")
    size = 65_536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    counted_when_changed = header[24:28] == header[92:96]
    if counted_when_changed and pages * size > path.stat().st_size:
        raise BadPackage("The package's collection was cut short. Export it from Anki again.")


def _checked_tables(connection: sqlite3.Connection) -> frozenset[str]:
    """The tables to be read. Raises BadPackage when one is something else, or would compute what it seems to hold."""
    objects = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchmany(limits.OBJECTS + 1)
    if len(objects) > limits.OBJECTS:
        raise BadPackage(f"The collection holds more than {limits.OBJECTS} tables, and Anki's about twenty. {DISTRUST}")
    for kind, name, sql in objects:
        if kind not in ("table", "index") or re.match(r"\s*create\s+virtual", str(sql), re.IGNORECASE):
            raise BadPackage(
                f"The collection holds a {kind} named {str(name)[:80]!r}, which Anki never makes. {DISTRUST}"
            )
    tables = frozenset(name for kind, name, _ in objects if kind == "table" and name in TABLES)
    if missing := [name for name in NEEDED if name not in tables]:
        raise BadPackage(
            f"The package's collection has no table {missing[0]}, so it is not one of Anki's. Choose a file that Anki"
            " exported as .apkg or .colpkg."
        )
    for table in tables:
        for _, column, _, _, _, _, hidden in connection.execute(f"PRAGMA table_xinfo({table})"):
            if hidden in GENERATED:
                raise BadPackage(f"The collection computes its column {table}.{str(column)[:80]}. {DISTRUST}")
    return tables


DISTRUST = "The file may be an attack: delete it, and get the deck from someone you trust."


def _only_reading(action: int, first: str | None, _second: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_SELECT or (action == sqlite3.SQLITE_READ and first in TABLES):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _unicase(one: str, other: str) -> int:
    """Anki's collation of names, which the indices of schema 18 ask for."""
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)
