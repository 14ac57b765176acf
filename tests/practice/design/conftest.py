"""A workspace with a lab that takes a few seconds: bets on bent coins."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.practice import Settings, Workspace, open_workspace

LABS = Path(__file__).parents[2] / "labs" / "content"
COINS = LABS / "cases" / "coins"
REFERENCE = (COINS / "reference.py").read_text()
SLOW = """
import numpy as np

class Design:
    def fit(self, log, day):
        return self

    def act(self, requests):
        for _ in range(20_000_000):
            pass
        return np.zeros(len(requests["left"]), int)
"""
"""It takes half a second for each question, and so as long as it may."""


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    home = tmp_path / "home"
    opened = open_workspace(Settings(home=home, cache=home / "cache"))  # tests look at what is kept
    yield replace(opened, library=read_library([LABS]))
    opened.close()
