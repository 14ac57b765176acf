"""`sharpen drill` at a terminal of 80 columns: ten statements by pattern, and how well that went."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharpen.cli.day.keymap import LETTERS
from sharpen.practice import Settings, Workspace, open_workspace
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.practice.drilling import front, letters, write_drills


@pytest.fixture
def environment(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {**environment, "SHARPEN_CONTENT": str(write_drills(tmp_path / "drills"))}


@pytest.fixture
def ws(environment: dict[str, str]) -> Iterator[Workspace]:
    """The data of the learner at the terminal, to know what is in front; of the bundled statements none is drilled."""
    settings = Settings(home=Path(environment["SHARPEN_HOME"]), content=(Path(environment["SHARPEN_CONTENT"]),))
    opened = open_workspace(settings)
    yield opened
    opened.close()


def test_ten_statements_by_pattern(work: Path, environment: dict[str, str], ws: Workspace, sharpen: Run) -> None:
    assert "Nothing was drilled yet." in sharpen("drill", "--scores").stdout
    terminal = Terminal([*COMMAND, "drill"], work, environment)
    for number in range(10):
        terminal.wait_for("? helps.", number + 1)
        asked, right = front(ws), number % 3 < 2
        assert "Which pattern?" in terminal.screen
        if number == 0:
            terminal.press("ab\n")
            terminal.wait_for("Choose one pattern, one time and one space")
            terminal.press("\x7f\x7f")
        terminal.press("".join(LETTERS[place] for place in letters(ws, asked, pattern=right)) + "\n")
        terminal.wait_for("The words that give it away", number + 1)
        terminal.press("4" if not right else "3")
        if not right:
            terminal.press("1")
    terminal.wait_for("? helps.", 11)
    terminal.press("Q")
    assert terminal.end() == 0
    assert "`sharpen drill` resumes" in terminal.screen
    assert max(len(line) for line in terminal.screen.splitlines()) <= 80
    found = json.loads(sharpen("drill", "--json").stdout)
    assert sum(pattern["drilled"] for pattern in found["patterns"]) == 10
    assert sum(pattern["recognized"] for pattern in found["patterns"]) == 7
    scores = sharpen("drill", "--scores").stdout
    assert "7 of 10 recognized." in scores


def test_where_there_is_no_terminal_it_says_what_waits(sharpen: Run) -> None:
    done = sharpen("drill")
    assert "10 items are waiting" in done.stdout
    assert "`sharpen drill`" in done.stdout
