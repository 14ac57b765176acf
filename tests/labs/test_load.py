"""The stage load: waiting is told from a busy machine, and a slow design is measured for as long as it may."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.labs import read_lab
from sharpen.domain.lab import Budget, Lab, Stage
from sharpen.domain.lab_report import LoadReport
from sharpen.domain.problem import Profile
from sharpen.labs import load
from sharpen.labs.design import Sandboxed
from sharpen.labs.lane import Lane
from sharpen.labs.run import limits, open_world
from sharpen.sandbox import usage
from sharpen.sandbox.nursery import Nursery, nursery

COINS = Path(__file__).parent / "content" / "cases" / "coins"
DESIGN = """
import time
import numpy as np

class Design:
    def fit(self, log, day): return self

    def act(self, requests):
        {work}
        return np.zeros(len(requests["left"]), int)
"""
counted = pytest.mark.skipif(usage.busy(1) is None, reason="the kernel does not count who waits for a processor")


@pytest.fixture(scope="module")
def children() -> Iterator[Nursery]:
    made = nursery(Profile.LAB)
    yield made
    made.close()


@contextmanager
def busy(processes: int) -> Iterator[None]:
    """As many others that want the processors."""
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(processes)]
    try:
        yield
    finally:
        for each in others:
            with suppress(ProcessLookupError):
                each.kill()
            each.wait()


def measured(children: Nursery, work: str, samples: int = 60, cpu: float = 10.0) -> LoadReport:
    lab = read_lab(COINS)
    assert isinstance(lab, Lab)
    lab = replace(lab, budget=Budget(load=cpu))
    with closing(Sandboxed(children, DESIGN.format(work=work), limits(lab))) as design:
        lane = Lane(Stage.LOAD, open_world(COINS, 1), design)
        lane.fit(9)
        design.allow(cpu)
        return load.measure(lab, lane, lambda _: None, samples)


@counted
@pytest.mark.parametrize("wait", ["time.sleep(0.03)", "__import__('threading').Event().wait(0.03)"])
def test_waiting_counts_as_latency(children: Nursery, wait: str) -> None:
    found = measured(children, wait)
    assert 20 < found.waited < 40
    assert found.service_p50 > 20
    assert found.p99 > 20
    assert found.on_time == 0


def test_a_busy_machine_is_no_waiting(children: Nursery) -> None:
    with busy(10):
        found = measured(children, "sum(range(100_000))", samples=40)
    assert found.waited == 0
    assert found.service_p50 < 30


def test_a_slow_design_is_measured_until_its_time_is_nearly_used_up(children: Nursery) -> None:
    slow = "until = time.process_time() + 0.02\n        while time.process_time() < until: pass"
    found = measured(children, slow, 60, 1)
    assert found.sampled is not None
    assert 10 < found.sampled < 40
    assert found.service_p50 > 15
    assert measured(children, "pass").sampled is None


def test_a_single_answer_that_takes_most_of_the_time_is_measured_once(children: Nursery) -> None:
    slow = "until = time.process_time() + 0.6\n        while time.process_time() < until: pass"
    assert measured(children, slow, 60, 1).sampled == 1
