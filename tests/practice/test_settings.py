"""Settings come from the environment, and errors name the variable."""

import os
import stat
from pathlib import Path

import pytest

from sharpen.practice import Settings, open_workspace
from sharpen.practice.errors import BadSettings


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("SHARPEN_"):
            monkeypatch.delenv(name)


def test_defaults_keep_to_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = Settings()
    assert settings.home.name == "sharpen"
    assert settings.home.is_relative_to(tmp_path)
    assert (settings.host, settings.port, settings.workers, settings.content) == ("127.0.0.1", 8400, 1, ())
    assert settings.data == settings.home / "sharpen.db"


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHARPEN_HOME", "data")
    monkeypatch.setenv("SHARPEN_CONTENT", os.pathsep.join(["/a b", "", "more"]))
    monkeypatch.setenv("SHARPEN_PORT", "9000")
    monkeypatch.setenv("SHARPEN_WORKERS", "")
    settings = Settings()
    assert settings.home == tmp_path / "data"
    assert settings.data_file == tmp_path / "data" / "sharpen.db"
    assert settings.content == (Path("/a b"), tmp_path / "more")
    assert (settings.port, settings.workers) == (9000, 1)


def test_what_can_be_computed_again_may_lie_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home, cache = tmp_path / "home", tmp_path / "cache"
    assert Settings(home=home).cache == home / "cache"
    monkeypatch.setenv("SHARPEN_CACHE", str(cache))
    monkeypatch.setenv("SHARPEN_CONTENT", str(tmp_path))
    plain, more = Settings(home=home, content=()), Settings(home=home)
    assert plain.index == cache / "content.json"
    assert plain.index != more.index
    assert more.index.is_relative_to(cache)
    open_workspace(plain).close()
    assert plain.index.is_file()
    assert not (home / "cache").exists()


def test_a_database_url_takes_the_place_of_the_file_and_stays_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARPEN_DATABASE_URL", "postgresql://me:secret@db/sharpen")
    settings = Settings()
    assert settings.data == "postgresql://me:secret@db/sharpen"
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "eighty"), ("PORT", "65536"), ("WORKERS", "0"), ("WORKERS", "1.5")]
)
def test_what_cannot_be_used_is_reported_by_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"SHARPEN_{name}", value)
    with pytest.raises(BadSettings, match=f"SHARPEN_{name}: Input should be"):
        Settings()


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    old = os.umask(0)
    try:
        open_workspace(Settings(home=home)).close()
    finally:
        os.umask(old)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "sharpen.db").stat().st_mode) == 0o600


def test_a_data_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSettings, match="Set SHARPEN_HOME"):
        open_workspace(Settings(home=tmp_path / "file" / "home"))
