"""A workspace with a small problem of its own, a fresh data folder, and the real judge."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.judge import LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace

OUTLINE = """
[rounds]
ml-coding = "ML coding"
[[group]]
round = "ml-coding"
title = "Algorithms"
topics = [{ id = "means", wants = ["problem"] }]
"""
FILES = {
    "problem.toml": """
title = "{slug}"
topic = "means"
difficulty = "easy"
minutes = 10
profile = "stdlib"
entry = ["mean"]
summary = "The mean of some numbers."
level = "phone screen"
since = "0.1"
[limits]
cpu = 1.0
""",
    "statement.md": "### Example\n\n```pycon\n>>> xs = [1, 2, 6]\n>>> mean(xs)\n3.0\n```\n",
    "hints.md": "## 1. Add\n\nThem.\n\n## 2. Divide\n\nBy n.\n\n## 3. Skeleton\n\nNo.\n",
    "notes.md": "The mean minimizes squares.\n",
    "solution.py": 'def mean(xs: list[float]) -> float:\n    """The mean."""\n    return sum(xs) / len(xs)\n',
    "checks.py": """\
from sharpen import checks

CHECKS = [
    checks.example("The example", checks.call("mean", [1, 2, 6]), 3.0),
    checks.oracle("One number", "mean", [([5.0],)]),
    checks.oracle("Negative numbers", "mean", [([-1.0, -3.0],)]),
]
""",
}
RIGHT = "def mean(xs):\n    return sum(xs) / len(xs)\n"
WRONG = "def mean(xs):\n    return abs(sum(xs)) / len(xs)\n"


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("content")
    (root / "outline.toml").write_text(OUTLINE)
    for slug in ("mean", "other-mean"):
        folder = root / "topics/ml-coding/means" / slug
        folder.mkdir(parents=True)
        for name, text in FILES.items():
            (folder / name).write_text(text.replace("{slug}", slug))
    return root


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


@pytest.fixture(scope="session")
def judge() -> Iterator[LocalJudge]:
    judge = LocalJudge()
    yield judge
    judge.close()


@pytest.fixture
def ws(settings: Settings, content: Path, judge: LocalJudge) -> Iterator[Workspace]:
    workspace = open_workspace(settings)
    library = read_library([content])
    yield replace(workspace, library=library, judge=judge.at(library.problems.folder))
    workspace.close()
