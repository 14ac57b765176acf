"""`sharpen drill PROJECT` at a terminal: line by line, a key for how it went, on after a crash, and the map."""

from pathlib import Path

from sharpen.domain.dive import Dive
from sharpen.practice import Workspace
from sharpen.practice.depth import projects
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.looking import look

KEYS = "1 strong, 2 partly, 3 stuck"


def the_dive(ws: Workspace) -> Dive:
    return look(ws, lambda work: next(iter(work.dives.everything())))


def test_a_dive_line_by_line(work: Path, environment: dict[str, str], ws: Workspace, sharpen: Run) -> None:
    projects.create(ws, "Ranking")
    command = [*COMMAND, "drill", "ranking", "--minutes", "20", "--first", "data"]
    terminal = Terminal(command, work, environment)
    terminal.wait_for("an empty line ends it")
    terminal.wait_for("because you chose it")
    terminal.wait_for("> ")
    terminal.press("Eighty million searches.\n")
    terminal.wait_for("> ", 2)
    assert the_dive(ws).text("data/field-gap") == "Eighty million searches.", "a line is kept as soon as it is typed"
    terminal.press("Of two million guests.\n\n")
    terminal.wait_for(KEYS)
    terminal.press("q")
    terminal.wait_for("Stopped")
    assert terminal.end() == 0

    terminal = Terminal(command, work, environment)
    terminal.wait_for("Eighty million searches.\nOf two million guests.")
    terminal.press("\n")
    terminal.wait_for(KEYS)
    terminal.press("1")
    first = ws.library.ladders["data"].rungs[1]
    terminal.wait_for("> ", 2)
    terminal.press("From the logs of searches.\n\n")
    terminal.wait_for(KEYS, 2)
    terminal.press("3")
    terminal.wait_for("> ", 4)
    terminal.press("\n")
    terminal.wait_for(KEYS, 3)
    terminal.press("3")
    terminal.wait_for("> ", 5)
    terminal.press("\n")
    terminal.wait_for(KEYS, 4)
    terminal.press("f")
    terminal.wait_for("Which?")
    assert terminal.screen.count("From the logs of searches.") == 2, "as it was typed, and where points are ticked"
    terminal.press("all\n")
    terminal.wait_for("Type numbers from 1 to")
    terminal.press("1 2\n")
    terminal.wait_for("Data broke. Review the cards of its topics:")
    assert terminal.end() == 0
    answer = next(each for each in the_dive(ws).answers if each.rung == first.id)
    assert answer.ticked == (0, 1)
    shown = sharpen("drill", "ranking", "--map").stdout
    assert "Data broke" in shown
    assert sharpen("drill", "--map").returncode == 2
    projects.create(ws, "Ranking of ads")
    assert "Run `sharpen drill 'ranking of ads'` there" in sharpen("drill", "ranking of ads").stderr.replace("\n", " ")
