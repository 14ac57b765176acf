"""The design round at a terminal: a case on plain files against the clock, then its design in the lab, short form."""

import json
from pathlib import Path

from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal

SLUG = "ads-click-ranking"
CASE = Path(__file__).parents[2] / "content/cases" / SLUG
CELLS = """\
peak_qps = 3 * 2e9 / day -> QPS
latency = (20 + 5 + 15 + 15 + 25 + 5) ms
sample_size = 16 * 0.01 * 0.99 / 0.0001 ** 2
"""


def test_from_the_brief_to_a_month_of_drift(work: Path, environment: dict[str, str], sharpen: Run) -> None:
    assert "ads team" in sharpen("case", "start", SLUG).stdout
    assert "Two billion a day" in sharpen("case", "ask", "What is the peak QPS?").stdout
    folder = work / SLUG
    notes = folder / "notes.md"
    notes.write_text(notes.read_text().replace("## Data\n", "## Data\n\nSplit by time.\n"))
    (folder / "cells.txt").write_text(CELLS)
    assert "1 step with notes" in sharpen("case", "note").stdout
    done = sharpen("case", "finish", "--ticks", "task=2, split=1").stdout
    assert "`peak_qps` is 69,444 per second, within the bounds." in done
    assert f"sharpen lab start {SLUG}" in done

    sharpen("lab", "start", SLUG)
    (work / f"{SLUG}.py").write_text(f"# sharpen lab: {SLUG}\n" + (CASE / "reference.py").read_text())
    (work / f"{SLUG}-predictions.txt").write_text("lift > 0\nscore > 95\n")
    terminal = Terminal([*COMMAND, "lab", "run", f"{SLUG}.py", "--short"], work, environment, columns=100)
    terminal.wait_for("month")
    assert terminal.end() == 0
    screen = " ".join(terminal.screen.split())
    for part in ("lift > 0", "held", "score > 95", "did not hold"):
        assert part in screen
    report = json.loads(sharpen("lab", "report", SLUG, "--json").stdout)["report"]
    assert report["short"]
    assert 0 < report["score"] < 95
    assert len(report["month"]["design"]) == len(report["month"]["oracle"]) > 0
