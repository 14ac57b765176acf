"""A whole run of a design: what it prints is kept, and the baseline compared with itself is exactly as good."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.labs import read_lab
from sharpen.domain.lab import Budget, Lab
from sharpen.domain.prediction import read
from sharpen.domain.problem import Profile
from sharpen.labs.design import MOST_PRINTED
from sharpen.labs.errors import DesignFailed
from sharpen.labs.run import run, shortened
from sharpen.sandbox.nursery import Nursery, nursery

COINS = Path(__file__).parent / "content" / "cases" / "coins"
BASELINE = (COINS / "baseline.py").read_text()


@pytest.fixture(scope="module")
def children() -> Iterator[Nursery]:
    made = nursery(Profile.LAB)
    yield made
    made.close()


@pytest.fixture
def lab() -> Lab:
    found = read_lab(COINS)
    assert isinstance(found, Lab)
    return found


def quiet(_stage: object, _share: float) -> None:
    """Nobody listens."""


def test_the_baseline_gains_exactly_nothing_on_itself_and_what_it_prints_is_kept_by_stage(
    children: Nursery, lab: Lab
) -> None:
    talks = BASELINE.replace("return self", "print(f\"rows: {len(log['day'])}\")\n        return self")
    talks = talks.replace("return np", "print('x' * 200)\n        return np") + "\nprint('hello')\n"
    report = run(lab, COINS, talks, children, 1, quiet, read("gain = 0 ± 0"), short=True)
    assert report.offline
    assert report.offline.gain
    assert (report.offline.gain.low, report.offline.gain.value, report.offline.gain.high) == (0, 0, 0)
    assert report.predictions[0].held is True
    assert report.printed["offline"].startswith("hello\nrows: ")
    assert report.printed["load"].endswith("(the rest is left out)")
    assert all(len(said) < MOST_PRINTED + 100 for said in report.printed.values())


def test_what_a_design_printed_before_it_failed_comes_with_the_failure(children: Nursery, lab: Lab) -> None:
    fails = BASELINE.replace("return self", "print('so far')\n        raise ValueError('no')")
    with pytest.raises(DesignFailed, match="no") as failure:
        run(lab, COINS, fails, children, 1, quiet, short=True)
    assert failure.value.printed == {"offline": "so far\n"}


def test_a_design_too_slow_for_the_experiment_hears_what_it_was_under_load(children: Nursery, lab: Lab) -> None:
    spin = (
        "until = time.process_time() + 0.005 * len(requests['left'])\n        while time.process_time() < until: pass"
    )
    slow = BASELINE.replace("return np", f"{spin}\n        return np").replace(
        "import numpy", "import time\nimport numpy"
    )
    lab = replace(lab, budget=Budget(load=1, ab=0.5))
    with pytest.raises(DesignFailed) as failure:
        run(lab, COINS, slow, children, 1, quiet, short=True)
    assert failure.value.stage == "ab"
    assert "CPU time" in failure.value.why
    assert "Under load it misses the goal" in failure.value.why
    assert "alone could be measured" in failure.value.why


def test_in_the_short_form_training_costs_as_large_a_share_of_a_day(lab: Lab) -> None:
    short = shortened(lab)
    assert short.retraining / short.size.per_day == lab.retraining / lab.size.per_day
