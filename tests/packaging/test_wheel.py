"""What is built and pinned: the wheel, the bundle, the lock files, the Makefile."""

import importlib.util
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in a wheel made now."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return zipfile.ZipFile(made).namelist()


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "sharpen/_content/outline.toml",
        "sharpen/_content/readings.toml",
        "sharpen/_content/topics/ml-coding/k-means/k-means/checks.py",
        "sharpen/web/dist/manifest.json",
        "sharpen/web/templates/base.html",
        "sharpen/web/vendor/temml.min.js",
        "sharpen/web/vendor/temml-LICENSE.txt",
    ],
)
def test_the_wheel_holds_what_it_needs(wheel: list[str], name: str) -> None:
    assert name in wheel


def test_the_wheel_holds_nothing_else(wheel: list[str]) -> None:
    assert [name for name in wheel if re.search(r"__pycache__|node_modules|\.ts$|^(frontend|tests|docs)/", name)] == []
    assert any(re.fullmatch(r"sharpen/web/dist/main-\w+\.js\.br", name) for name in wheel)


def test_the_bundle_is_stale_when_a_source_changes(hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    source = tmp_path / "src" / "main.ts"
    source.write_text("one")
    before = hook.digest(tmp_path)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "thing.js").write_text("not a source")
    assert hook.digest(tmp_path) == before
    source.write_text("two")
    assert hook.digest(tmp_path) != before
    source.write_text("one")
    source.rename(tmp_path / "src" / "other.ts")
    assert hook.digest(tmp_path) != before


def test_lock_files_name_versions_and_no_registry() -> None:
    lock = (ROOT / "frontend" / "package-lock.json").read_text()
    assert re.findall(r'"resolved": "(.*)"', lock) == ["without/mermaid"]  # a folder of ours
    assert '"integrity"' in lock
    pins = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+", line) for line in pins)


def test_make_help_lists_every_command() -> None:
    output = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for command in ("run", "setup", "test", "lint", "bench", "strength", "web", "help"):
        assert f"make {command} " in output
