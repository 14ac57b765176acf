"""The bench can begin: what it measures is imported, however long ago somebody ran it."""

import subprocess
import sys
from pathlib import Path


def test_it_names_what_it_can_measure() -> None:
    command = [sys.executable, "-m", "tests.bench", "--help"]
    said = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    for name in ("verdicts", "pages", "planning"):
        assert name in said.stdout
