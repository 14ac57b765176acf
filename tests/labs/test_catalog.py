"""A design with a method `catalog` is told what there is to choose from that day, before each time it is fitted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sharpen.domain.lab import Stage
from sharpen.domain.problem import Limits, Profile
from sharpen.labs.columns import Columns
from sharpen.labs.design import Sandboxed, Trusted
from sharpen.labs.fits import Fits
from sharpen.labs.lane import Lane
from sharpen.labs.run import open_world
from sharpen.labs.world import World
from sharpen.sandbox.nursery import Nursery, nursery

ADS = Path(__file__).parents[2] / "content/cases/ads-click-ranking"
SOURCE = """
class Design:
    def catalog(self, columns):
        self.known = columns["ad"]
        self.told = getattr(self, "told", 0) + 1
    def fit(self, log, day):
        self.fitted = (len(self.known), day)
    def act(self, requests):
        return [*self.fitted, self.told]
"""


@pytest.fixture
def world() -> World:
    """A world whose catalog grows by one ad a day."""
    world = open_world(ADS, 1)

    def catalog(upto: int) -> Columns:
        return {"ad": np.arange(upto)}

    world.catalog = catalog  # type: ignore[assignment, method-assign]
    return world


@pytest.fixture(scope="module")
def children() -> Iterator[Nursery]:
    with_packages = nursery(Profile.LAB)
    yield with_packages
    with_packages.close()


def test_the_catalog_of_the_day_comes_before_each_fit(world: World) -> None:
    heard: list[Any] = []

    class Design:
        def catalog(self, columns: Columns) -> None:
            heard.append(("catalog", len(columns["ad"])))

        def fit(self, _log: Columns, day: int) -> None:
            heard.append(("fit", day))

    lane = Lane(Stage.MONTH, world, Trusted({"Design": Design}))
    lane.fit_on({"day": np.zeros(1)}, 20)
    lane.fit_on({"day": np.zeros(1)}, 27)
    assert heard == [("catalog", 20), ("fit", 20), ("catalog", 27), ("fit", 27)]


def test_a_design_without_the_method_and_a_world_without_a_catalog_do_as_before(world: World) -> None:
    class Plain:
        def fit(self, _log: Columns, day: int) -> None:
            self.day = day

    class Told(Plain):
        def catalog(self, _columns: Columns) -> None:
            raise AssertionError("there is none")

    Lane(Stage.MONTH, world, Trusted({"Design": Plain})).fit_on({"day": np.zeros(1)}, 20)
    Lane(Stage.MONTH, open_world(ADS, 1), Trusted({"Design": Told})).fit_on({"day": np.zeros(1)}, 20)


def test_what_was_learned_of_a_catalog_is_put_back_with_the_rest(
    world: World, children: Nursery, tmp_path: Path
) -> None:
    log = {"day": np.zeros(1)}
    for turn in (1, 2):
        design = Sandboxed(children, SOURCE, Limits(cpu=20, wall=60, memory=1024, output=16))
        lane = Lane(Stage.MONTH, world, design, Fits(tmp_path, SOURCE, "lab 1"))
        lane.fit_on(log, 20)
        assert design.ask("act", {}) == (20, 20, 1), turn
        lane.fit_on(log, 27)
        assert design.ask("act", {}) == (27, 27, 2), turn
        design.close()
    assert len(list(tmp_path.iterdir())) == 2


LARGE = """
import numpy as np
class Design:
    def fit(self, log, day):
        self.learned = np.full(SIZE, day, np.uint8)
    def act(self, requests):
        return int(self.learned[-1])
"""


@pytest.mark.parametrize(("size", "kept"), [(20 << 20, 1), (70 << 20, 0)])
def test_a_large_state_is_kept_and_one_too_large_is_learned_again(
    size: int, kept: int, world: World, children: Nursery, tmp_path: Path
) -> None:
    source = LARGE.replace("SIZE", str(size))
    for _ in range(2):
        design = Sandboxed(children, source, Limits(cpu=20, wall=60, memory=1024, output=128))
        Lane(Stage.MONTH, world, design, Fits(tmp_path, source, "lab 1")).fit_on({"day": np.zeros(1)}, 20)
        assert design.ask("act", {}) == 20
        design.close()
    assert len(list(tmp_path.iterdir())) == kept


COUNTS = """
class Design:
    acted = 0
    def fit(self, log, day):
        self.learned = self.acted
    def act(self, requests):
        self.acted += 1
        return self.learned
"""


def test_what_act_leaves_in_the_object_decides_what_is_learned_and_act_itself_does_not(
    world: World, children: Nursery, tmp_path: Path
) -> None:
    def learned(source: str) -> int:
        design = Sandboxed(children, source, Limits(cpu=20, wall=60, memory=1024, output=16))
        lane = Lane(Stage.MONTH, world, design, Fits(tmp_path, source, "lab 1"))
        for day in (20, 27):
            lane.fit_on({"day": np.zeros(1)}, day)
            said: int = design.ask("act", {})
        design.close()
        return said

    assert learned(COUNTS) == 1
    assert learned(COUNTS.replace("return self.learned", "return self.learned + 0")) == 1
    assert len(list(tmp_path.iterdir())) == 2
    assert learned(COUNTS.replace("+= 1", "+= 2")) == 2
    assert len(list(tmp_path.iterdir())) == 3
