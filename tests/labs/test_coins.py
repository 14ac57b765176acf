"""The lab of the tests, bets on bent coins, is one: it proves itself, and the documentation shows it as it is."""

import re
from pathlib import Path

import numpy as np
import pytest

from sharpen.authoring.lab_proof import prove
from sharpen.content.labs import read_lab
from sharpen.domain.lab import Lab
from sharpen.labs.run import open_world
from sharpen.labs.world import BadActions

COINS = Path(__file__).parent / "content" / "cases" / "coins"
PAGE = Path(__file__).parents[2] / "docs" / "writing-labs.md"


def test_it_proves_itself() -> None:
    lab = read_lab(COINS)
    assert isinstance(lab, Lab)
    assert list(prove(lab, COINS, [1, 2, 3])) == []


@pytest.mark.parametrize("name", ["world.py", "baseline.py", "reference.py", "lab.toml"])
def test_the_documentation_shows_its_files(name: str) -> None:
    shown = re.findall(r"^```(?:python|toml)\n(.*?)^```", PAGE.read_text(), re.M | re.S)
    assert (COINS / name).read_text() in shown, f"docs/writing-labs.md shows another {name}"


def test_its_metric_is_what_a_loop_counts() -> None:
    world = open_world(COINS, 1)
    log = world.log(world.history - 1)
    actions = np.arange(len(log["day"])) % 2
    found = world.offline(log, actions)
    picked = [won for won, was, said in zip(log["won"], log["picked"], actions, strict=True) if was == said]
    assert found.numerator.sum() / found.denominator.sum() == pytest.approx(sum(picked) / len(picked))


@pytest.mark.parametrize("actions", [[0, 1], np.full(5, 2), np.full(5, 0.5), None])
def test_it_refuses_what_is_no_bet(actions: object) -> None:
    world = open_world(COINS, 1)
    requests = world.requests(0, 5, world.random(9))
    with pytest.raises(BadActions, match=r"must return 0 or 1 for each request, shape \(5,\)"):
        world.checked(requests, actions)
