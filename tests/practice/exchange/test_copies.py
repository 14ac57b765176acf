"""Copies of the data file: what an import replaced comes back, and a copy never takes the place of nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sharpen.domain.draft import Draft
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.errors import NothingToTakeBack
from sharpen.practice.exchange import copies
from sharpen.practice.exchange.backup import export, import_
from sharpen.store import StoreError
from tests.looking import look

NOW = datetime.now(UTC)


def put(ws: Workspace, source: str, at: datetime = NOW) -> None:
    with ws.writing() as work:
        work.drafts.put(Draft("me", "mean", source, (), at))


def source(ws: Workspace) -> str | None:
    with ws.reading() as work:
        draft = work.drafts.get("mean")
    return draft.source if draft else None


def test_what_an_import_replaced_comes_back_while_a_server_runs(ws: Workspace, settings: Settings) -> None:
    put(ws, "newer there")
    document = look(ws, export)
    put(ws, "an hour of work", NOW - timedelta(days=1))
    before = import_(ws, document).before
    assert before is not None
    assert source(ws) == "newer there"
    kept = copies.restored(settings, before)
    assert source(ws) == "an hour of work"
    assert kept is not None
    copies.restored(settings, kept)
    assert source(ws) == "newer there"


def test_an_import_that_changes_nothing_keeps_no_copy(ws: Workspace, settings: Settings) -> None:
    put(ws, "here")
    assert import_(ws, look(ws, export)).before is None
    assert [path.name for path in settings.home.iterdir() if "before" in path.name] == []


def test_without_a_copy_nothing_is_imported(ws: Workspace, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    put(ws, "theirs")
    document = look(ws, export)
    put(ws, "mine", NOW - timedelta(days=1))
    settings.home.joinpath("sharpen.db.taken").mkdir()
    monkeypatch.setattr(copies, "_name", lambda _: ".taken")
    with pytest.raises(StoreError, match="No copy"):
        import_(ws, document)
    assert source(ws) == "mine"


def test_the_newest_copies_stay(ws: Workspace, settings: Settings) -> None:
    kept = [copies.keep(ws, "import") for _ in range(copies.KEPT + 2)]
    assert sorted(settings.home.glob("sharpen.db.before-import-*")) == kept[2:]


def test_an_import_is_undone_once(ws: Workspace, settings: Settings) -> None:
    put(ws, "before")
    copy = copies.keep(ws, "import")
    assert copy
    put(ws, "imported")
    kept = copies.undo(ws, copy.name)
    assert source(ws) == "before"
    last = copies.last_import(ws)
    assert last
    assert (last.copy, last.undone, last.stands) == (copy, kept, False)
    put(ws, "an hour of work")
    files = sorted(settings.home.iterdir())
    with pytest.raises(NothingToTakeBack, match=r"already undone; nothing was changed\."):
        copies.undo(ws, copy.name)
    assert source(ws) == "an hour of work"
    assert sorted(settings.home.iterdir()) == files
    assert kept
    copies.restored(settings, kept)
    assert source(ws) == "imported"


def test_only_the_latest_import_is_undone(ws: Workspace) -> None:
    first, second = copies.keep(ws, "import"), copies.keep(ws, "import")
    assert first
    assert second
    put(ws, "mine")
    with pytest.raises(NothingToTakeBack, match="another import since"):
        copies.undo(ws, first.name)
    assert source(ws) == "mine"
    copies.undo(ws, second.name)
    put(ws, "mine")
    with pytest.raises(NothingToTakeBack, match="another import since"):
        copies.undo(ws, first.name)
    assert source(ws) == "mine"


def test_an_import_before_a_restore_is_not_undone(ws: Workspace, settings: Settings, tmp_path: Path) -> None:
    put(ws, "restored")
    copies.backup(ws, tmp_path / "copy.db")
    copy = copies.keep(ws, "import")
    assert copy
    last = copies.last_import(ws)
    assert last
    assert last.stands
    assert abs(last.at - datetime.now(UTC)) < timedelta(minutes=5)
    copies.restored(settings, tmp_path / "copy.db")
    with pytest.raises(NothingToTakeBack, match="restored from a copy since"):
        copies.undo(ws, copy.name)
    assert source(ws) == "restored"


def test_a_file_that_is_called_like_a_copy_is_no_import(ws: Workspace, settings: Settings) -> None:
    assert copies.last_import(ws) is None
    settings.home.joinpath("sharpen.db.before-import-mine").touch()
    assert copies.last_import(ws) is None


def test_a_copy_is_restored_where_there_was_nothing(ws: Workspace, tmp_path: Path) -> None:
    put(ws, "mine")
    copies.backup(ws, tmp_path / "copy.db")
    elsewhere = Settings(home=tmp_path / "new machine 100%")
    assert copies.restored(elsewhere, tmp_path / "copy.db") is None
    opened = open_workspace(elsewhere)
    assert source(replace(opened, library=ws.library)) == "mine"
    opened.close()
    assert elsewhere.data_file.stat().st_mode & 0o777 == 0o600


def test_damaged_data_is_kept_and_replaced(ws: Workspace, tmp_path: Path) -> None:
    put(ws, "mine")
    copies.backup(ws, tmp_path / "copy.db")
    elsewhere = Settings(home=tmp_path / "elsewhere")
    elsewhere.make_home()
    elsewhere.data_file.write_bytes(b"not a database at all " * 500)
    kept = copies.restored(elsewhere, tmp_path / "copy.db")
    assert kept is not None
    assert kept.read_bytes().startswith(b"not a database")
    opened = open_workspace(elsewhere)
    assert source(replace(opened, library=ws.library)) == "mine"
    opened.close()


def nothing(path: Path) -> None:
    assert not path.exists()


def a_folder(path: Path) -> None:
    path.mkdir()


def an_export(path: Path) -> None:
    path.write_text('{"format": "sharpen"}' * 100)


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def an_empty_file(path: Path) -> None:
    path.touch()


def one_of_a_newer_sharpen(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('8888')")


@pytest.mark.parametrize(
    "make", [nothing, a_folder, an_export, another_database, an_empty_file, one_of_a_newer_sharpen]
)
def test_what_is_no_copy_changes_nothing(
    ws: Workspace, settings: Settings, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    put(ws, "mine")
    make(tmp_path / "copy.db")
    before = sorted(path.name for path in settings.home.iterdir())
    with pytest.raises(StoreError, match=r"copy\.db|newer sharpen"):
        copies.restored(settings, tmp_path / "copy.db")
    assert source(ws) == "mine"
    assert sorted(path.name for path in settings.home.iterdir()) == before
