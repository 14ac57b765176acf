"""A case in the terminal: sit down, ask, write in files, calculate, call time, and tick."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.practice.casing import write_case

CASE = "rank-ads"


@pytest.fixture
def environment(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {**environment, "SHARPEN_CONTENT": str(write_case(tmp_path / "cases"))}


def test_a_whole_sitting(work: Path, sharpen: Run) -> None:
    assert "new" in sharpen("case", "list").stdout
    begun = sharpen("case", "start", CASE)
    assert "Design the ranking of ads" in begun.stdout
    assert "30 minutes from now" in begun.stdout
    folder = work / CASE
    assert {file.name for file in folder.iterdir()} == {"brief.md", "notes.md", "cells.txt", ".sitting.json"}
    assert sharpen("case", "ask", "what", "is", "the", "QPS?").stdout == "One million.\n"
    assert "One million." in (folder / "brief.md").read_text()
    unknown = sharpen("case", "ask", "Is there a moon?")
    assert "Nothing here matches that" in unknown.stdout
    notes = folder / "notes.md"
    notes.write_text(notes.read_text().replace("## Serving\n", "## Serving\n\nIn stages.\n"))
    (folder / "cells.txt").write_text("qps = 1e6 requests / day -> QPS\nlatency = 200 ms\nx = 1 ms + 1 GB\n")
    assert "1 step with notes" in sharpen("case", "note").stdout
    shown = sharpen("case", "show", CASE).stdout
    for words in ("By the pace you are at Problem", "Serving: 2 words", "Problem: nothing yet", "11.57", "cannot be"):
        assert words in shown
    done = sharpen("case", "finish", "--ticks", "task=2, fallback=1").stdout
    assert "`qps` is 11.57 per second, within the bounds." in done
    assert "`latency` is 200 ms, more than 100 ms." in done
    assert "Not ticked yet: rollout." in done
    assert "1 cell could not be read, and decided nothing:\n  x = 1 ms + 1 GB\n" in done
    assert "A strong candidate also asks: How fast must the answer be?" in done
    assert "answer.md" in done
    assert [line.split() for line in done.splitlines() if line.startswith(("Problem", "Serving", "All"))] == [
        ["Problem", "4", "4"],
        ["Serving", "1", "6"],
        ["All", "5", "10"],
    ]
    again = sharpen("case", "finish", "--ticks", "rollout=2").stdout
    assert "Not ticked yet" not in again
    assert json.loads(sharpen("case", "list", "--json").stdout)["cases"][-1]["state"] == "7 of 10"

    deleted = sharpen("case", "delete", CASE).stdout
    assert "was deleted" in deleted
    assert json.loads(sharpen("case", "list", "--json").stdout)["cases"][-1]["state"] == "new"
    assert notes.is_file()
    assert "No sitting at rank-ads is there" in sharpen("case", "delete", CASE).stderr
    assert "is back" in sharpen("case", "delete", CASE, "--undo").stdout
    assert json.loads(sharpen("case", "list", "--json").stdout)["cases"][-1]["state"] == "7 of 10"


def test_points_are_ticked_one_by_one(work: Path, environment: dict[str, str], sharpen: Run) -> None:
    sharpen("case", "start", CASE, "-o", "here")
    (work / "here/cells.txt").write_text("latency = 50 ms\n")
    terminal = Terminal([*COMMAND, "case", "finish"], work / "here", environment)
    for point, answer in (("one prediction", "2"), ("rate is computed", "1"), ("when it is late", "7"), ("0, 1", "2")):
        terminal.wait_for(point)
        terminal.press(f"{answer}\n")
    terminal.wait_for("in steps")
    terminal.press("q\n")
    terminal.wait_for("Not ticked yet: rollout")
    assert terminal.end() == 0


def test_which_sitting_is_meant(work: Path, sharpen: Run) -> None:
    for command in (("case", "show"), ("case", "ask", "qps"), ("case", "finish")):
        assert "You sit at no case" in sharpen(*command).stderr
    assert "Did you mean rank-ads?" in sharpen("case", "start", "rank-adds").stderr
    sharpen("case", "start", CASE)
    sharpen("case", "start", "ads-click-ranking")
    assert "You sit at ads-click-ranking, rank-ads" in sharpen("case", "show").stderr
    assert "30 minutes" in sharpen("case", "show", CASE).stdout
    assert "is there already" in sharpen("case", "start", "ads-click-ranking", "-o", CASE).stderr
    assert "Did you want to ask" in sharpen("case", "ask", "--case", CASE, "answer a day").stdout
    sharpen("case", "start", CASE)
    assert (work / CASE / "notes.md").is_file()


@pytest.mark.parametrize("ticks", ["task", "task=3", "task=x", "moon=1", "qps=2"])
def test_a_tick_that_is_none_is_refused_and_the_clock_runs_on(work: Path, sharpen: Run, ticks: str) -> None:
    sharpen("case", "start", CASE)
    (work / CASE / "cells.txt").write_text("qps = 1e6 / day -> QPS\n")
    assert ticks.partition("=")[0] in sharpen("case", "finish", "--ticks", ticks).stderr
    assert "30 minutes" in sharpen("case", "show").stdout, "time was called all the same"
