"""Opening the data: by whom it can be read, what happens at once, and the message when it cannot be opened."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from sharpen.store import Store, StoreError, open_store
from tests.store.conftest import NewAttempt


def test_the_file_is_set_up_for_a_server_and_a_terminal_at_once(store: Store) -> None:
    with store.reading("me") as mine:
        asked = {name: mine.db.execute(text(f"PRAGMA {name}")).scalar() for name in
                 ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")}  # fmt: skip
    assert asked == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 10000}


def test_nobody_else_can_read_the_file(store: Store, path: Path) -> None:
    with store.writing("me") as mine:
        mine.db.execute(text("CREATE TABLE made_wal (x)"))
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "sharpen.db-wal" in modes


def test_a_transaction_happens_as_a_whole_or_not_at_all(store: Store, new_attempt: NewAttempt) -> None:
    def fail_halfway() -> None:
        with store.writing("me") as mine:
            mine.attempts.add(new_attempt())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with store.reading("me") as mine:
        assert mine.attempts.count() == 0


def test_threads_that_read_and_then_write_wait_for_each_other(store: Store, new_attempt: NewAttempt) -> None:
    failed: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(20):
                with store.writing("me") as mine:
                    number = mine.attempts.count()
                    mine.attempts.add(new_attempt(id=f"n{number}"))
        except BaseException as problem:
            failed.append(problem)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with store.reading("me") as mine:
        assert mine.attempts.count() == 120


def test_reading_goes_on_while_somebody_writes(store: Store, new_attempt: NewAttempt) -> None:
    with store.writing("me") as writer:
        writer.attempts.add(new_attempt())
        with store.reading("me") as mine:  # were it made to wait, it would fail: the writer waits for it
            assert mine.attempts.count() == 0


def test_many_processes_may_start_on_an_empty_folder_at_once(url: str) -> None:
    program = "import sys; from sharpen.store import open_store; open_store(sys.argv[1]).close()"
    running = [
        subprocess.Popen([sys.executable, "-c", program, url], stderr=subprocess.PIPE, text=True) for _ in range(8)
    ]
    assert [(process.communicate()[1], process.returncode) for process in running] == [("", 0)] * 8


@pytest.mark.parametrize(
    "content", [b"this is no database, whatever its name says" * 100, b"SQLite format 3\0" + b"x" * 500]
)
def test_what_is_no_database_is_reported_and_left_alone(path: Path, url: str, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"sharpen\.db cannot be used.*is damaged.*move it away"):
        open_store(url)
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["per%20cent", "100%", "a?b=c", "a#b", "a b@c:d&e", "neue Mappe ö", ":memory:"])
def test_a_path_is_only_characters(tmp_path: Path, name: str, new_attempt: NewAttempt) -> None:
    path = tmp_path / name / "sharpen.db"
    path.parent.mkdir()
    store = open_store(path)
    with store.writing("me") as mine:
        mine.attempts.add(new_attempt())
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["sharpen.db"]
    assert [folder.name for folder in tmp_path.iterdir()] == [name]


def test_the_file_alone_holds_the_work_while_it_is_in_use(
    store: Store, path: Path, tmp_path: Path, new_attempt: NewAttempt
) -> None:
    with store.writing("me") as mine:
        mine.attempts.add(new_attempt(source="# an hour of work"))
    assert sources_in_copy_of(path, tmp_path) == ["# an hour of work"]


def test_what_a_reader_held_back_is_in_the_file_when_it_ends(
    store: Store, path: Path, tmp_path: Path, new_attempt: NewAttempt
) -> None:
    with store.reading("me") as reader:
        reader.attempts.count()
        with store.writing("me") as mine:
            mine.attempts.add(new_attempt(source="typed meanwhile"))
    assert sources_in_copy_of(path, tmp_path) == ["typed meanwhile"]


def test_what_many_threads_wrote_at_once_is_in_the_file(
    store: Store, path: Path, tmp_path: Path, new_attempt: NewAttempt
) -> None:
    attempts = [new_attempt(source=str(number)) for number in range(40)]

    def work(mine_of_all: int) -> None:
        for attempt in attempts[mine_of_all::4]:
            with store.writing("me") as mine:
                mine.attempts.add(attempt)

    threads = [threading.Thread(target=work, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sources_in_copy_of(path, tmp_path)) == 40


def sources_in_copy_of(path: Path, folder: Path) -> list[str]:
    """What is in a copy of the one file, made as people do, beside nothing else."""
    copied = folder / "copied" / path.name
    copied.parent.mkdir()
    shutil.copy(path, copied)
    with closing(sqlite3.connect(copied)) as connection:
        return [source for (source,) in connection.execute("SELECT source FROM attempts ORDER BY id")]


def test_a_copy_is_consistent_while_somebody_writes(store: Store, tmp_path: Path, new_attempt: NewAttempt) -> None:
    with store.writing("me") as mine:
        mine.attempts.add(new_attempt(source="committed"))
    with store.writing("me") as mine:
        mine.attempts.add(new_attempt(source="not yet"))
        store.copy(tmp_path / "copy.db")
    assert sources_in_copy_of(tmp_path / "copy.db", tmp_path) == ["committed"]
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_copy_that_cannot_be_made_leaves_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError, match="No copy"):
        store.copy(tmp_path / "there")
    assert sorted(tmp_path.iterdir()) == before
    with pytest.raises(StoreError, match="pg_dump"):
        open_store("sqlite://").copy(tmp_path / "copy.db")


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No such file"):
        open_store(f"sqlite:///{tmp_path}/gone/sharpen.db")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nonsense", "cannot be read"),
        ("nobody://here", "cannot be read"),
        ("postgresql+asyncpg://u:secret@h/d", "pip install asyncpg"),
    ],
)
def test_a_url_that_cannot_be_used_is_reported_without_its_password(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_a_full_disk_is_reported(store: Store, new_attempt: NewAttempt) -> None:
    with store.reading("me") as mine:
        pages = mine.db.execute(text("PRAGMA page_count")).scalar()

    def write_much() -> None:
        with store.writing("me") as mine:
            mine.db.execute(text(f"PRAGMA max_page_count = {pages}"))
            mine.attempts.add(new_attempt(source="x" * 1_000_000))

    with pytest.raises(StoreError, match="database or disk is full"):
        write_much()


def test_a_database_in_memory_works_for_trying_things() -> None:
    store = open_store("sqlite://")
    with store.reading("me") as mine:
        assert list(mine.drafts.everything()) == []
    store.close()


@pytest.mark.usefixtures("store")
def test_sqlalchemy_alone_is_needed_when_nothing_is_to_migrate(url: str) -> None:
    program = (
        "import sys; from sharpen.store import open_store; open_store(sys.argv[1]).close(); "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'alembic', 'mako', 'numpy', 'pydantic'}))"
    )
    done = subprocess.run([sys.executable, "-c", program, url], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_sql_of_sqlite_outside_its_place() -> None:
    folder = Path(open_store.__code__.co_filename).parent
    for file in folder.rglob("*.py"):
        if file.name != "sqlite.py":
            words = file.read_text().lower()
            assert "pragma" not in words, file
            assert "dialects.sqlite" not in words, file


def test_attempts_and_files_outlive_a_kill(url: str, path: Path) -> None:
    program = """
import os, signal, sys
from datetime import UTC, datetime
from sharpen.domain.attempt import Attempt, Origin
from sharpen.store import open_store
store = open_store(sys.argv[1])
with store.writing("me") as mine:
    mine.attempts.add(Attempt("a1", "me", "p", "v", "x = 1", Origin.WEB, datetime.now(UTC)))
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program, url])
    assert done.returncode == -9
    store = open_store(url)
    with store.reading("me") as mine:
        kept = mine.attempts.get("a1")
    store.close()
    assert kept is not None
    assert kept.state == "interrupted"
    assert kept.source == "x = 1"
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_not_be_written_is_reported(store: Store, url: str, path: Path) -> None:
    store.close()
    path.chmod(0o400)
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(url)
