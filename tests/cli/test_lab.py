"""A learner at a terminal runs designs in a lab: predicted, run, answered again, failed, cancelled, compared."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal

LABS = Path(__file__).parents[1] / "labs" / "content"
COINS = LABS / "cases" / "coins"
SLOW = (
    "class Design:\n    def fit(self, log, day):\n        while True: pass\n\n    def act(self, requests): return 0\n"
)


@pytest.fixture
def environment(environment: dict[str, str]) -> dict[str, str]:
    return {**environment, "SHARPEN_CONTENT": str(LABS)}


def test_from_start_to_comparison(sharpen: Run, work: Path, environment: dict[str, str]) -> None:
    listed = sharpen("lab", "list")
    assert "coins" in listed.stdout
    started = sharpen("lab", "start", "coins")
    assert started.stdout.startswith("Wrote coins.py and coins-predictions.txt.")
    design, predictions = work / "coins.py", work / "coins-predictions.txt"
    header, help_, *_ = design.read_text().splitlines()
    assert (header, help_) == (
        "# sharpen lab: coins",
        "# `sharpen lab show coins` says what its world is like, and how this is measured.",
    )
    assert design.read_text().endswith((COINS / "baseline.py").read_text())
    assert all(line.startswith("#") for line in predictions.read_text().splitlines())
    again = sharpen("lab", "start", "coins")
    assert again.returncode == 2
    assert "is there already" in again.stderr

    predictions.write_text("lift > 50 %\np99 < 5 ms\n")
    terminal = Terminal([*COMMAND, "lab", "run", "coins.py"], work, environment, columns=100)
    assert terminal.end() == 0
    screen = " ".join(terminal.screen.split())
    for stage in ("offline", "load", "ab", "month"):
        assert stage in screen
    assert "100 %" in screen
    assert "it goes 0.0 of the 100 points" in screen
    assert "lift > 50 %" in screen
    assert "did not hold" in screen

    better = work / "better.py"
    better.write_text((COINS / "reference.py").read_text())
    assert "Which lab is better.py for?" in sharpen("lab", "run", "better.py").stderr
    ran = sharpen("lab", "run", "better.py", "--lab", "coins", "--json")
    document = json.loads(ran.stdout)
    assert (ran.returncode, document["state"], document["known"]) == (0, "finished", False)
    assert document["report"]["score"] == document["score"] > 30
    same = sharpen("lab", "run", "better.py", "--lab", "coins")
    assert f"Nothing has changed since the run {document['run']}" in same.stdout

    (work / "expected.txt").write_text("lift > 0.2\nscore > 99\nretrainings = 6\n")
    late = sharpen("lab", "run", "better.py", "--lab", "coins", "--predict", "expected.txt").stdout
    (row,) = (line for line in late.splitlines() if line.startswith("score > 99"))
    assert row.rstrip().endswith("did not hold, made after it was seen")
    kept = json.loads(sharpen("lab", "report", "coins", "--json").stdout)["report"]
    assert [each["after"] for each in kept["predictions"]] == [True] * 3
    assert kept["score"] == document["score"]

    listed = sharpen("lab", "runs", "coins").stdout
    assert document["run"] in listed
    assert "run 1: " in listed
    runs = json.loads(sharpen("lab", "runs", "--json").stdout)["runs"]
    newest, *_, first = (run for run in runs if run["lab"] == "coins")
    assert newest["run"] == document["run"]
    assert first["name"].startswith("run 1: What production would run today")

    report = sharpen("lab", "report")
    assert report.returncode == 0
    assert document["run"] in report.stdout
    assert json.loads(sharpen("lab", "report", "coins", "--json").stdout)["run"] == document["run"]
    assert "run 2: Counts how often each coin landed heads" in report.stdout
    compared = sharpen("lab", "compare", "coins").stdout
    assert "First: run 1: What production would run today" in compared
    assert "Second: run 2: Counts how often" in compared
    assert "lift in truth" in compared
    (line,) = (line for line in compared.splitlines() if line.startswith("score"))
    assert line.split()[1] == "0"
    assert float(line.split()[2]) > 30


def test_a_lab_is_shown_without_a_browser(sharpen: Run) -> None:
    shown = sharpen("lab", "show", "coins")
    assert shown.returncode == 0
    for words in (
        "a player is shown two of them",
        "The log has a row for each bet",
        "`should_retrain(alarms, day)`",
        "LightGBM, implicit, bm25s and the standard library",
        "a lift of 5 % is worth finding",
        "training again costs 2 in rewards",
        "memory 512 MiB",
        "as if nothing else ran",
    ):
        assert words in shown.stdout
    assert "Did you mean coins?" in sharpen("lab", "show", "coinz").stderr


def test_a_short_run_gives_no_best_score_and_the_list_says_so_and_prints_are_shown(sharpen: Run, work: Path) -> None:
    source = (COINS / "baseline.py").read_text().replace("return self", "print('learned')\n        return self")
    (work / "coins.py").write_text(source)
    ran = sharpen("lab", "run", "coins.py", "--short")
    assert "Printed in offline\n  learned\n" in ran.stdout
    assert "of coins.py, seed 1, in its short form" in ran.stdout
    assert "Best counts full runs" in sharpen("lab", "list").stdout


def test_a_design_that_fails_is_explained_at_its_line(sharpen: Run, work: Path) -> None:
    source = (COINS / "baseline.py").read_text().replace("np.zeros(", "np.zeroes(")
    (work / "coins.py").write_text(source)
    failed = sharpen("lab", "run", "coins.py")
    assert failed.returncode == 1
    assert "The design failed in offline, day 9" in failed.stdout
    assert "zeroes" in failed.stdout
    line = next(at for at, text in enumerate(source.splitlines(), 1) if "zeroes" in text)
    assert f"coins.py:{line}" in failed.stdout
    assert sharpen("lab", "report", "coins").returncode == 1


def test_ctrl_c_cancels_a_run(sharpen: Run, work: Path, environment: dict[str, str]) -> None:
    (work / "coins.py").write_text(SLOW)
    terminal = Terminal([*COMMAND, "lab", "run", "coins.py"], work, environment)
    terminal.wait_for("getting ready")
    terminal.press("\x03")
    assert terminal.end() == 2
    assert "Stopped." in terminal.screen
    said = json.loads(sharpen("lab", "list", "--json").stdout)
    (coins,) = (each for each in said["labs"] if each["lab"] == "coins")
    assert coins["last"]["state"] == "cancelled"


def test_what_cannot_be_run_is_said_in_one_sentence(sharpen: Run, work: Path) -> None:
    (work / "coins.py").write_text("x = 1\n")
    (work / "coins-predictions.txt").write_text("luck > 3\n")
    unread = sharpen("lab", "run", "coins.py")
    assert unread.returncode == 2
    assert "“luck > 3” does not begin with a number of the report" in unread.stderr
    (work / "coins-predictions.txt").write_text("lift > 30\n")
    assert "30 would be 3,000 %" in sharpen("lab", "run", "coins.py").stderr
    assert "No runs yet" in sharpen("lab", "runs").stdout
    unknown = sharpen("lab", "run", "coins.py", "--lab", "coinz", "--json")
    assert "Did you mean coins?" in json.loads(unknown.stdout)["error"]
    assert "There is no run 'x'" in sharpen("lab", "report", "--run", "x").stderr
    assert "No lab was run yet" in sharpen("lab", "report").stderr
    assert "Two runs of coins" in sharpen("lab", "compare", "coins").stderr
