"""The real command in processes of its own, with a data folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sharpen.practice import Settings, Workspace, open_workspace

EXTRA = Path(__file__).parents[1] / "practice" / "content"
COMMAND = [sys.executable, "-m", "sharpen.cli.main"]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path, cache: Path) -> dict[str, str]:
    """The environment of a learner with a small problem of their own besides the content."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SHARPEN_")}
    own = {"SHARPEN_HOME": str(tmp_path / "home"), "SHARPEN_CONTENT": str(EXTRA), "SHARPEN_CACHE": str(cache)}
    return {**kept, **own, "COLUMNS": "80", "PAGER": "cat"}


@pytest.fixture
def ws(environment: dict[str, str]) -> Iterator[Workspace]:
    """The data of the learner at the terminal."""
    opened = open_workspace(Settings(home=Path(environment["SHARPEN_HOME"])))
    yield opened
    opened.close()


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The folder the learner works in."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


@pytest.fixture
def sharpen(environment: dict[str, str], work: Path) -> Run:
    """Run `sharpen` to its end: `sharpen("check", "x.py").returncode`."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments],
            cwd=work,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    return run
