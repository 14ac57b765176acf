"""Opening the data, transactions on it, and copies of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from sharpen.store import sqlite
from sharpen.store.design import lab_runs
from sharpen.store.errors import StoreError
from sharpen.store.migrate import migrate
from sharpen.store.solving import attempts
from sharpen.store.transaction import Transaction


@dataclass(frozen=True)
class Store:
    """An open database, ready for use. Threads may share it; each transaction is one connection."""

    engine: Engine
    file: Path | None = None
    """The SQLite file that holds all of it; None for another database, or one in memory."""

    @contextmanager
    def reading(self, learner: str) -> Iterator[Transaction]:
        """A transaction that sees one moment of a learner's data. Raises StoreError when the data fails."""
        with _connected(self.engine) as db:
            yield Transaction(db, learner)

    @contextmanager
    def writing(self, learner: str) -> Iterator[Transaction]:
        """A transaction that happens as a whole, or not at all when the block raises. Raises StoreError.

        What the block reads stays true until it ends, so it may decide by it what to write. SQLite guarantees
        that with one writer at a time, of any learner: so keep the block short, and judge or compute at length
        outside. Another database will have to lock the learner here, and run the block once more when it was
        refused for a conflict.
        """
        with _connected(self.engine, writing=True) as db:
            yield Transaction(db, learner)

    def copy(self, to: Path) -> None:
        """Write a consistent copy of the file, as it was last committed, whoever is using it meanwhile.

        Raises StoreError, also where the data is no SQLite file; then nothing is left at `to`.
        """
        if self.file is None:
            raise StoreError(
                "The data is not in a SQLite file, so no copy of one can be made. Use the tools of your database "
                "(such as pg_dump), or `sharpen export`."
            )
        try:
            sqlite.copy(self.file, to)
        except (sqlite3.Error, OSError) as problem:
            why = (problem.strerror if isinstance(problem, OSError) else "") or problem
            raise StoreError(
                f"No copy of {self.file} could be made at {to} ({why}). Nothing was written there. See that it can be "
                "a file, and that its folder is there, may be written to, and has room."
            ) from problem

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_store(where: Path | str) -> Store:
    """Open the data in a SQLite file or at a SQLAlchemy URL, made or migrated as needed. Raises StoreError.

    Attempts and runs of labs that died with their process are marked interrupted.
    """
    engine, path = _engine(where)
    with _explained(engine.url):
        migrate(engine, path)
    with _connected(engine) as db:
        found = [(ongoing, ongoing.abandoned(db)) for ongoing in (attempts.ONGOING, lab_runs.ONGOING)]
    if any(abandoned for _, abandoned in found):
        with _connected(engine, writing=True) as db:
            for ongoing, abandoned in found:
                ongoing.interrupt(db, abandoned)
    return Store(engine, path)


def file_at(where: Path | str) -> Path | None:
    """The SQLite file at a place; None for another database, or one in memory. Raises StoreError."""
    engine, path = _made(where)
    engine.dispose()
    return path


def _engine(where: Path | str) -> tuple[Engine, Path | None]:
    """An engine, and the file behind it where there is one, made if need be."""
    engine, path = _made(where)
    if engine.dialect.name == "sqlite":
        try:
            sqlite.prepare(engine, path)
        except OSError as problem:
            raise StoreError(_cannot(engine.url, problem.strerror or str(problem))) from problem
    return engine, path


def _made(where: Path | str) -> tuple[Engine, Path | None]:
    try:
        # A path is never read as a URL, where % ? # mean something.
        parsed = URL.create("sqlite", database=str(where)) if isinstance(where, Path) else make_url(where)
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError) as problem:
        raise StoreError("The database URL cannot be read. One looks like sqlite:////home/me/my.db") from problem
    except ModuleNotFoundError as problem:
        raise StoreError(f"This kind of database needs a driver: pip install {problem.name}") from problem
    if parsed.get_backend_name() != "sqlite":
        return engine, None
    # Neither a database in memory nor one named by a URI of SQLite's own is a file to look after.
    plain = parsed.database and not parsed.database.startswith((":memory:", "file:"))
    return engine, Path(parsed.database) if parsed.database and plain else None


@contextmanager
def _connected(engine: Engine, *, writing: bool = False) -> Iterator[Connection]:
    """A connection in a transaction."""
    with _explained(engine.url), engine.connect() as connection:
        connection.execution_options(writing=writing)
        with connection.begin():
            yield connection


@contextmanager
def _explained(url: URL) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as problem:
        raise StoreError(_cannot(url, str(getattr(problem, "orig", None) or problem))) from problem


def _cannot(url: URL, why: str) -> str:
    if url.get_backend_name() != "sqlite":
        return f"The data in {url.render_as_string(hide_password=True)} cannot be used ({why}). See that it runs."
    path = Path(url.database or "")
    if not path.exists():
        return (
            f"The data file {path} cannot be made ({why}). Set SHARPEN_HOME to a folder that you may write to, on a "
            "disk with space left."
        )
    if any(word in why for word in ("malformed", "not a database")):
        return (
            f"The data in {path} cannot be used: the file is damaged ({why}). Keep it, but move it away, and bring a "
            "copy back: `sharpen restore FILE`; `sharpen doctor` names the copies beside it."
        )
    return (
        f"The data in {path} cannot be used ({why}). Your work is in that file, and its latest part in "
        f"{path.name}-wal if that is beside it: keep a copy of both, then see that the file is readable, on a disk "
        "with space left, and not held by another program; `sharpen doctor` looks at all that. `sharpen restore FILE` "
        "brings back a copy that `sharpen backup` made."
    )
