"""The health of the data file: what doctor says of it, and that looking changes nothing."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sharpen.store import open_store
from sharpen.store.health import examine
from sharpen.store.migrations import HEAD


@pytest.fixture
def kept(path: Path, url: str) -> Path:
    """The file of a learner."""
    open_store(url).close()
    return path


def data(path: Path) -> tuple[bool, str]:
    sign = next(sign for sign in examine(path) if sign.name == "data")
    return sign.works, sign.detail


def test_data_that_is_well(kept: Path) -> None:
    before = kept.read_bytes()
    assert all(sign.works for sign in examine(kept))
    works, detail = data(kept)
    assert works
    assert detail.startswith(f"revision {HEAD}, ")
    assert kept.read_bytes() == before


def test_no_data_yet_is_well_and_none_is_made(tmp_path: Path) -> None:
    works, detail = data(tmp_path / "none" / "sharpen.db")
    assert works
    assert "is not there yet" in detail
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("revision", "works", "said"), [("0003", True, "upgrades to"), ("9999", False, "is newer than")]
)
def test_data_of_another_revision(kept: Path, revision: str, works: bool, said: str) -> None:
    with closing(sqlite3.connect(kept)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    found, detail = data(kept)
    assert (found, said in detail) == (works, True)
    assert f"revision {revision}" in detail


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all " * 500)


def overwritten_pages(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))


@pytest.mark.parametrize("spoil", [garbage, overwritten_pages])
def test_damaged_data_is_to_be_moved_away_and_a_copy_beside_it_is_named(
    kept: Path, spoil: Callable[[Path], None]
) -> None:
    kept.with_name(f"{kept.name}.before-0003").write_bytes(kept.read_bytes())
    spoil(kept)
    kept.with_name(f"{kept.name}.before-restore-1").write_bytes(kept.read_bytes())
    beside = sorted(kept.parent.glob("*.before-*"))
    works, detail = data(kept)
    assert not works
    for part in ("is damaged", "move it away", f"{kept.name}.before-0003"):
        assert part in detail
    assert "before-restore-1" not in detail, "a copy that is damaged too is no way out"
    assert sorted(kept.parent.glob("*.before-*")) == beside


def test_a_database_of_something_else(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "sharpen.db")) as db:
        db.execute("CREATE TABLE songs (title)")
    works, detail = data(tmp_path / "sharpen.db")
    assert (works, "not of sharpen" in detail) == (False, True)


@pytest.mark.skipif(sys.platform != "linux", reason="/sys is where not even root can write")
def test_a_folder_where_nothing_can_be_written() -> None:
    signs = {sign.name: sign for sign in examine(Path("/sys/kernel/sharpen.db"))}
    assert not signs["folder"].works
    assert "SHARPEN_HOME" in signs["folder"].detail
    assert not signs["room"].works
