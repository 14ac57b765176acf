"""Migrating: bringing an older (or empty) database to the tables of today, at start."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from sharpen.store import sqlite
from sharpen.store.errors import StoreError
from sharpen.store.migrations import HEAD


def migrate(engine: Engine, path: Path | None) -> None:
    """Run the migrations that are missing, as one transaction; usually that is none.

    A non-empty database file is copied first, beside itself, as `<name>.before-<revision>`.
    Raises StoreError for data from a newer sharpen, or when no copy can be made.
    """
    with engine.connect() as connection, connection.begin():
        if revision(connection) == HEAD:
            return
    with engine.connect() as connection:
        connection.execution_options(writing=True)
        with connection.begin():
            # Another process may have been quicker; now nobody can be.
            current = revision(connection)
            if current == HEAD:
                return
            if current is not None and path is not None:
                _keep_copy(path)
            _upgrade(connection)


def revision(connection: Connection) -> str | None:
    """The revision of a database; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _keep_copy(path: Path) -> None:
    try:
        sqlite.copy(path, path.with_name(f"{path.name}.before-{HEAD}"))
    except (sqlite3.Error, OSError) as problem:
        raise StoreError(
            f"{path} must be migrated, but no copy of it could be made first ({problem}). "
            "Nothing was changed. Make room on the disk and start again."
        ) from problem


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    # The option is interpolated, so a % in the path must be doubled.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as problem:
        raise StoreError(
            f"The data was written by a newer sharpen ({problem}). Nothing was changed. "
            "Upgrade sharpen, or set SHARPEN_HOME to another folder."
        ) from problem
