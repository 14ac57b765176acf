"""Migrations: the tables they make are the ones declared, and nothing is lost on the way."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from sharpen.domain.card import Brought
from sharpen.domain.draft import edit_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Review
from sharpen.memory import recall
from sharpen.store import Store, StoreError, migrate, open_store
from sharpen.store.migrations import HEAD
from sharpen.store.tables import metadata
from tests.zones import BERLIN, NEEDED, zone

MIGRATIONS = Path(migrate.__file__).parent / "migrations"


def test_the_newest_revision_is_the_one_known_without_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_migrations_make_exactly_the_declared_tables(store: Store) -> None:
    with store.reading("me") as mine:
        context = MigrationContext.configure(mine.db, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_table_belongs_to_learners() -> None:
    for table in metadata.tables.values():
        assert "learner" in table.primary_key.columns


NEWER = {
    "0004": [("plans", "fit")],
    "0005": [("memories", "changed"), ("images", "")],
    "0006": [("reviews", "day"), ("reviews", "days")],
    "0007": [("plans", "weights")],
    "0008": [("drafts", "lineage"), ("draft_versions", "")],
    "0009": [("attempts", "seed")],
    "0010": [("sheet_rows", ""), ("sheet_columns", "")],
    "0011": [("sittings", "")],
    "0012": [("designs", ""), ("lab_runs", "")],
    "0013": [("readings", "")],
    "0014": [("projects", ""), ("project_versions", "")],
    "0015": [("dives", "")],
    "0016": [("stories", ""), ("tellings", "")],
    "0017": [("recordings", ""), ("recording_chunks", "")],
    "0018": [("interviewer_days", "")],
    "0019": [("sittings", "deleted")],
    "0020": [
        *(("plans", name) for name in ("role", "level", "days_off", "sure_of")),
        ("moves", ""),
        ("readiness_days", ""),
    ],
    "0021": [("mocks", "")],
    "0022": [("stars", "")],
}
"""The columns that a revision brought, and whole tables."""


def pretend(path: Path, revision: str, *keep: str) -> None:
    """Make the data look as at a revision, but for the columns of some later ones."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [revision])
        for later, columns in reversed(NEWER.items()):
            for table, column in columns if later > revision and later not in keep else ():
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}" if column else f"DROP TABLE {table}")


@pytest.mark.usefixtures("store")
def test_a_new_file_needs_no_copy(path: Path) -> None:
    assert {file.name for file in path.parent.iterdir()} <= {"sharpen.db", "sharpen.db-wal", "sharpen.db-shm"}


@pytest.fixture
def older(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data file of a sharpen before the last migration, which adds a table."""
    with store.writing("me") as mine:
        mine.db.exec_driver_sql("INSERT INTO hints VALUES ('me', 'k-means', 1, '2026-01-01 00:00:00')")
    store.close()
    migrations = path.parent / "100% mine" / "migrations"
    (migrations / "versions").mkdir(parents=True)
    for file in [*MIGRATIONS.glob("*.*"), *MIGRATIONS.glob("versions/*.py")]:
        (migrations / file.relative_to(MIGRATIONS)).write_text(file.read_text())
    (migrations / "versions/r9999_next.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\nrevision, down_revision = '9999', '"
        + HEAD
        + "'\n"
        "def upgrade():\n    op.create_table('more', sa.Column('learner', sa.String(64), primary_key=True))\n"
        "    FAIL\n".replace("FAIL", "pass")
    )
    monkeypatch.setattr(migrate, "HEAD", "9999")
    monkeypatch.setattr(migrate, "__file__", str(migrations.parent / "migrate.py"))
    return migrations / "versions/r9999_next.py"


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


@pytest.mark.usefixtures("older")
def test_a_copy_is_kept_before_a_migration(path: Path, url: str) -> None:
    open_store(url).close()
    copy = path.with_name("sharpen.db.before-9999")
    assert tables(path) - tables(copy) == {"more"}
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT number FROM hints").fetchall() == [(1,)]
    copy.unlink()
    open_store(url).close()
    assert not copy.exists()


def test_a_migration_that_fails_changes_nothing(older: Path, path: Path, url: str) -> None:
    older.write_text(older.read_text().replace("    pass\n", "    op.execute('SELECT x FROM nowhere')\n"))
    with pytest.raises(StoreError, match="nowhere"):
        open_store(url)
    assert "more" not in tables(path)
    older.write_text(older.read_text().replace("    op.execute('SELECT x FROM nowhere')\n", ""))
    open_store(url).close()
    assert "more" in tables(path)


def made_at(revision: str, path: Path) -> None:
    """Make the data file of a sharpen whose newest revision was this one."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def test_data_that_has_the_column_of_a_fit_already_is_migrated_too(path: Path, url: str) -> None:
    made_at("0003", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE plans ADD COLUMN fit TEXT")  # which revision 0003 made for a while
    opened = open_store(url)
    with opened.reading("me") as mine:
        assert migrate.revision(mine.db) == HEAD
    opened.close()


def test_data_without_the_column_of_a_fit_gets_it(path: Path, url: str) -> None:
    made_at("0003", path)
    opened = open_store(url)
    test_migrations_make_exactly_the_declared_tables(opened)
    opened.close()


@NEEDED
def test_reviews_of_before_get_their_days_of_practice(store: Store, path: Path, url: str) -> None:
    """A review five minutes less than 24 hours after the one before counted as one of the same day."""
    first = datetime(2026, 11, 2, 7, 30, tzinfo=UTC)
    item, memory = Item("a", ItemKind.CHOICE, "means"), Memory(0.25, 6.0, first, first + timedelta(days=1))
    later = (timedelta(minutes=5), timedelta(hours=23, minutes=55), timedelta(days=3))
    with zone(BERLIN):
        log = [
            Review("me", f"r{number}", item, first + after, Rating.GOOD, 8.0, recall=1.0, before=memory)
            for number, after in enumerate(later)
        ]
        with store.writing("me") as mine:
            mine.reviews.add(Review("me", "r", item, first, Rating.AGAIN, 8.0), *log)
            expected = mine.reviews.days()
        store.close()
        pretend(path, "0005")
        opened = open_store(url)
        with opened.reading("me") as mine:
            found = list(mine.reviews.everything())
            assert [review.days for review in found] == [0, 0, 1, 3]
            assert [str(review.day) for review in found] == ["2026-11-02", "2026-11-02", "2026-11-03", "2026-11-05"]
            assert [review.recall for review in found] == [0.0, 1.0, pytest.approx(recall(memory, log[1].at)), 1.0]
            assert mine.reviews.days() == expected
            bins = mine.reviews.by_bin()
            assert sum(count for count, _, _ in bins.values()) == 2
        opened.close()


def test_decks_of_before_go_on_being_asked(store: Store, path: Path, url: str) -> None:
    with store.writing("me") as mine:
        mine.cards.put(Brought("me", "anki/1-0", "anki/Trees", datetime(2026, 1, 1, tzinfo=UTC), "Gini?", "1 - p"))
    store.close()
    pretend(path, "0006")
    opened = open_store(url)
    with opened.reading("me") as mine:
        assert mine.plans.get().weights == {"anki/Trees": 1.0}
        assert mine.plans.get().minutes == 30
    opened.close()


def test_drafts_of_before_versions_are_kept_and_get_one(path: Path, url: str) -> None:
    made_at("0004", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for replaced, source in ((False, "typed"), (True, "before the reset")):
            row = ("me", "svm", replaced, "2026-01-01 00:00:00", 7.5, source, '["svm([1])"]')
            connection.execute("INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    opened = open_store(url)
    with opened.reading("me") as mine:
        (here, front), (before, replaced) = mine.drafts.everything()
    opened.close()
    assert (front, replaced) == (False, True)
    assert (here.source, here.trials, here.seconds) == ("typed", ("svm([1])",), 7.5)
    assert here.lineage == (edit_of("typed", ("svm([1])",)),)
    assert before.lineage == (edit_of("before the reset", ("svm([1])",)),)
    assert path.with_name(f"sharpen.db.before-{HEAD}").exists()


@pytest.mark.usefixtures("older")
def test_without_a_copy_there_is_no_migration(path: Path, url: str) -> None:
    path.with_name("sharpen.db.before-9999").mkdir()
    with pytest.raises(StoreError, match="no copy of it could be made"):
        open_store(url)
    assert "more" not in tables(path)


def test_data_of_a_newer_sharpen_is_left_alone(store: Store, path: Path, url: str) -> None:
    store.close()
    pretend(path, "8888")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer sharpen"):
        open_store(url)
    assert path.read_bytes() == before


def test_the_migrations_can_run_as_plain_sql_for_another_database() -> None:
    program = (
        "from alembic.operations import Operations; from alembic.migration import MigrationContext; import io, sys\n"
        "from sqlalchemy.dialects import postgresql\n"
        "import importlib.util\n"
        "spec = importlib.util.spec_from_file_location('first', sys.argv[1])\n"
        "first = importlib.util.module_from_spec(spec); spec.loader.exec_module(first)\n"
        "context = MigrationContext.configure(dialect=postgresql.dialect(), opts={'as_sql': True})\n"
        "with Operations.context(context): first.upgrade()\n"
    )
    (first,) = MIGRATIONS.glob("versions/r0001*.py")
    done = subprocess.run([sys.executable, "-c", program, first], capture_output=True, text=True, check=True)
    assert done.stdout.count("CREATE TABLE") == 3
    assert "TIMESTAMP WITH TIME ZONE" in done.stdout
