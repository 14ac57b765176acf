"""A kind of exercise is added to a copy of sharpen, in few places, and a learner meets it there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
TALK = Path(__file__).parent / "talk"
MOST_PLACES = 9

NEW = {
    "src/sharpen/practice/talks/talks.py": "talks.py",
    "src/sharpen/web/pages/talks.py": "page.py",
    "src/sharpen/web/templates/review/_talk.html": "_talk.html",
    "src/sharpen/cli/day/talking.py": "talking.py",
}
"""The files of the new kind, by where they go."""

KIND = ("src/sharpen/domain/item.py", '    PROBLEM = "problem"\n', '    TALK = "talk"\n')
CARD = ("src/sharpen/domain/card.py", '        return self.make(Random(f"{self.id}:{seed}"))\n', "\n\nclass Gap: ...\n")
CARDS = ("src/sharpen/domain/card.py", "Card = Choice | Order | Recall | Generator", " | Gap")
PLACES = [
    KIND,
    (
        "src/sharpen/practice/exercises.py",
        "from sharpen.practice.cards.recall import RECALL\n",
        "from sharpen.practice.talks.talks import TALK\n",
    ),
    (
        "src/sharpen/practice/exercises.py",
        "            return PROBLEM\n",
        "        case ItemKind.TALK:\n            return TALK\n",
    ),
    (
        "src/sharpen/cli/day/keymap.py",
        "            return Solving()\n",
        "        case ItemKind.TALK:\n"
        "            from sharpen.cli.day.talking import Talking\n\n"
        "            return Talking()\n",
    ),
    ("src/sharpen/web/app.py", "    settings,\n", "    talks,\n"),
    ("src/sharpen/web/app.py", "FIRST = (home, ", "talks, "),
    ("pyproject.toml", '"solving | cards', " | talks"),
    ("pyproject.toml", '    "sharpen.web.pages.topics",\n', '    "sharpen.web.pages.talks",\n'),
]
"""Every existing place that the new kind touches: the file, the text there, and what is written after it."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of sharpen that has talks."""
    root = tmp_path_factory.mktemp("house")
    _copy(root)
    for place, name in NEW.items():
        (root / place).parent.mkdir(exist_ok=True)
        shutil.copy(TALK / name, root / place)
    for package in {(root / place).parent for place in NEW if place.endswith(".py")}:
        (package / "__init__.py").touch()
    for place, before, added in PLACES:
        _add(root / place, before, added)
    return root


def test_it_touches_few_places_that_exist() -> None:
    assert len(PLACES) <= MOST_PLACES


def test_a_learner_meets_it_wherever_they_meet_the_others(house: Path) -> None:
    _run(
        house,
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(TALK / "walk.py"), "-c", os.devnull],
    )


def test_imports_still_go_down_only(house: Path) -> None:
    _run(house, [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"])


@pytest.mark.parametrize(
    ("added", "forgotten"),
    [
        ([KIND], ["cli/day/keymap.py", "practice/exercises.py"]),
        ([CARD, CARDS], ["authoring/card_proof.py"]),
    ],
    ids=["a kind of exercise", "a kind of card"],
)
def test_mypy_finds_what_was_forgotten(tmp_path: Path, added: list[tuple[str, str, str]], forgotten: list[str]) -> None:
    _copy(tmp_path)
    for place, before, text in added:
        _add(tmp_path / place, before, text)
    files = ["src/sharpen/domain/item.py", "src/sharpen/domain/card.py", *(f"src/sharpen/{name}" for name in forgotten)]
    alone = ["--config-file", os.devnull, "--cache-dir", os.devnull, "--follow-imports=skip"]
    command = [sys.executable, "-m", "mypy", *alone, *files]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    reported = {line.partition(":")[0] for line in found.splitlines() if "assert_never" in line}
    assert reported == set(files[2:]), found


def _copy(root: Path) -> None:
    shutil.copytree(REPOSITORY / "src/sharpen", root / "src/sharpen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    (root / "content").symlink_to(REPOSITORY / "tests/practice/deck")


def _add(path: Path, before: str, added: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(before) == 1, f"{path.name} has {text.count(before)} times {before!r}"
    path.write_text(text.replace(before, before + added), "utf-8")


def _run(house: Path, command: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": f"{house / 'src'}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
