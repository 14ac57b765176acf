"""`sharpen today` and `sharpen next`: the list of the day, the first of it begun, and how ready one is."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_first_of_today_is_begun(sharpen: Run, work: Path) -> None:
    document = json.loads(sharpen("today", "--json").stdout)
    assert document["tasks"][0]["id"] == "k-means"
    shown = sharpen("today").stdout
    assert "sharpen start k-means" in shown
    assert "`sharpen next` begins the first." in shown
    begun = sharpen("next")
    assert begun.returncode == 0
    assert "A good place to start" in begun.stdout
    assert (work / "k-means.py").exists()
    again = sharpen("next")
    assert (again.returncode, "`sharpen check k-means.py` judges it" in again.stdout) == (0, True)


def test_readiness_is_said_with_how_sure_it_is(sharpen: Run) -> None:
    shown = sharpen("progress").stdout
    assert "The whole loop" in shown
    assert "Nothing was tried yet." in shown
    document = json.loads(sharpen("progress", "--json").stdout)
    assert len(document["rounds"]) == 6
    assert document["loop"]["now"]["mean"] < 0.2
