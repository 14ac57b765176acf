"""Beginning at the terminal: four questions, and the placement."""

import json
from pathlib import Path

from sharpen.practice import Workspace
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.looking import look


def test_options_answer_without_asking(sharpen: Run) -> None:
    shown = sharpen(
        "begin", "--role", "ml-engineer", "--minutes", "45", "--days-off", "sat,sun", "--sure-of", "sampling"
    )
    assert shown.returncode == 0, shown.stderr
    assert "No interview date yet, 45 minutes a day." in shown.stdout
    assert "Sure of Sampling." in shown.stdout
    document = json.loads(sharpen("plan", "--json").stdout)["plan"]
    assert (document["role"], document["days_off"], document["sure_of"]) == ("ml-engineer", [5, 6], ["Sampling"])
    for wrong in (("--minutes", "x"), ("--date", "soon"), ("--level", "boss"), ("--days-off", "x"), ("--sure-of", "y")):
        assert sharpen("begin", *wrong).returncode == 2
    assert "No practice" not in sharpen("begin", "--days-off", "none").stdout
    nobody = sharpen("begin")
    assert nobody.returncode == 2
    assert "asks at a terminal" in nobody.stderr


def test_four_questions_at_the_terminal(environment: dict[str, str], work: Path, ws: Workspace) -> None:
    terminal = Terminal([*COMMAND, "begin"], work, environment)
    for question, answer in (
        ("Role (", "ml-engineer"),
        ("Level (", ""),
        ("Date (", "tomorrow"),
        ("not 'tomorrow'", ""),
        ("Minutes a day [30]", "40"),
        ("Days off", "sun"),
        ("Groups", "Linear algorithms; sampling"),
    ):
        terminal.wait_for(question)
        terminal.press(f"{answer}\r")
    assert terminal.end() == 0, terminal.screen
    mine = look(ws, lambda data: data.plans.get())
    assert (mine.role, mine.level, mine.date, mine.minutes, mine.days_off) == ("ml-engineer", "", None, 40, {6})
    assert mine.sure_of == ("Linear algorithms", "Sampling")


def test_the_placement_goes_on_where_it_was_left(environment: dict[str, str], work: Path, sharpen: Run) -> None:
    assert "20 items are waiting" in sharpen("placement").stdout
    terminal = Terminal([*COMMAND, "placement"], work, environment)
    terminal.wait_for("20 left")
    terminal.press("q")
    terminal.wait_for("`sharpen placement` resumes")
    assert terminal.end() == 0
