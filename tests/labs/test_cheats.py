"""Designs that cheat or fail: each gets the sentence that its first line names, or gains nothing.

`gains nothing`: it scores what the baseline scores, which it falls back on. `fails: ...`: the run ends with words that
match. `is slow`: it misses the latency goal, whatever its own clocks say.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharpen.content.labs import read_lab
from sharpen.domain.lab import Lab
from sharpen.domain.lab_report import LabReport
from sharpen.domain.problem import Profile
from sharpen.labs.errors import DesignFailed
from sharpen.labs.run import run
from sharpen.sandbox.nursery import Nursery, nursery

HERE = Path(__file__).parent
COINS = HERE / "content" / "cases" / "coins"
CHEATS = sorted((HERE / "cheats").glob("*.py"))
SEED = 7_340_033
"""Of a world that no design hits upon: whoever knows the seed, and the open source of the lab, can rebuild it."""


@pytest.fixture(scope="module")
def children() -> Iterator[Nursery]:
    made = nursery(Profile.LAB)
    yield made
    made.close()


def reported(children: Nursery, source: str, kept: Path | None = None) -> LabReport:
    lab = read_lab(COINS)
    assert isinstance(lab, Lab)
    return run(lab, COINS, source, children, SEED, lambda _stage, _share: None, kept=kept)


def test_there_are_enough_of_them() -> None:
    assert len(CHEATS) >= 20


@pytest.mark.parametrize("path", CHEATS, ids=lambda path: path.stem)
def test_a_design_that_cheats_gains_nothing(children: Nursery, path: Path, tmp_path: Path) -> None:
    source = path.read_text().replace("{folder}", str(COINS))
    wanted = source.splitlines()[0].removeprefix("# ")
    if wanted.startswith("fails: "):
        with pytest.raises(DesignFailed) as failure:
            reported(children, source)
        assert re.search(wanted.removeprefix("fails: "), str(failure.value))
        return
    report = reported(children, source, tmp_path)
    assert report.load is not None
    if wanted == "is slow":
        assert report.load.service_p50 > 3
        assert report.load.p99 > 5
    else:
        assert wanted == "gains nothing"
        assert report.score == pytest.approx(0)
        if "restored" in path.stem:  # with what it learned put back
            assert reported(children, source, tmp_path).score == pytest.approx(0)


def test_an_honest_design_gains(children: Nursery) -> None:
    report = reported(children, (COINS / "reference.py").read_text())
    assert report.score is not None
    assert 20 < report.score < 100
