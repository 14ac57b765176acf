"""Upsert: rows put in place of those with their keys, or added where there are none."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Dialect, Executable, Table

from sharpen.store import sqlite

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


def upsert(db: Connection, table: Table, *rows: Mapping[str, Any], add: Collection[str] = ()) -> None:
    """Put rows in place of those with the same primary key; columns named in `add` are added to what is there.

    All rows have the same columns.
    """
    if rows:
        db.execute(statement(db.dialect, table, rows[0], add), list(rows))


def statement(dialect: Dialect, table: Table, columns: Iterable[str], add: Collection[str] = ()) -> Executable:
    """One statement, so that two who put the same row at once cannot both find nothing there and insert."""
    insert, keys = _insert(dialect, table), table.primary_key.columns.keys()
    new = {name: insert.excluded[name] for name in columns if name not in keys}
    changed = {name: table.c[name] + value if name in add else value for name, value in new.items()}
    return insert.on_conflict_do_update(index_elements=keys, set_=changed)


def _insert(dialect: Dialect, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """An insert that can also update, as this database spells it: the standard has none."""
    if dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # late: it takes a while, and most have no use for it

    return postgresql.insert(table)
