"""Pictures of runs: one value far from the rest leaves them room, and is pointed to at the edge."""

import re
from dataclasses import replace

import pytest

from sharpen.domain.lab_report import Interval, LabReport
from sharpen.web import lab_pictures as pictures
from tests.domain.test_lab_report import REPORT
from tests.domain.test_lab_tables import LAB


def run(lift: float, offline: float = 0.9) -> LabReport:
    assert REPORT.ab
    assert REPORT.offline
    ab = replace(REPORT.ab, lift=Interval(lift, lift - 0.01, lift + 0.01), true_lift=lift)
    metric = Interval(offline, offline - 0.01, offline + 0.01)
    return replace(REPORT, ab=ab, offline=replace(REPORT.offline, metric=metric))


def places(svg: str, style: str) -> list[float]:
    return [float(x) for x in re.findall(rf'<circle class="dot {style}[^"]*" cx="([0-9.]+)"', svg)]


def test_a_run_far_from_the_others_is_an_arrow_and_they_keep_their_room() -> None:
    lifts = [0.02, 0.05, 0.08, 0.11]
    alone = pictures.against(LAB, [(f"run {at}", run(lift)) for at, lift in enumerate(lifts)])
    beside = pictures.against(LAB, [(f"run {at}", run(lift)) for at, lift in enumerate([-6.0, *lifts])])
    assert places(beside, "wins") == places(alone, "wins")
    assert 'class="dot loses" d="M' in beside
    assert "-600.0 %" in beside


def test_what_is_not_far_is_not_cut_off() -> None:
    svg = pictures.against(LAB, [(f"run {at}", run(lift)) for at, lift in enumerate([-0.2, 0.02, 0.05, 0.08])])
    assert len(places(svg, "wins")) == 3
    assert len(places(svg, "loses")) == 1


def test_a_slice_with_a_wide_interval_is_cut_at_the_edge() -> None:
    assert REPORT.offline
    sure = {str(at): Interval(0.9 + at / 100, 0.88 + at / 100, 0.92 + at / 100) for at in range(6)}
    odd = replace(REPORT.offline, slices={"age": {**sure, "few": Interval(0.9, -20.0, 30.0)}})
    even = replace(REPORT.offline, slices={"age": sure})
    wide, plain = (places(pictures.slices(LAB, each), "mine") for each in (odd, even))
    assert wide[:6] == pytest.approx(plain, abs=25)
    assert max(wide) - min(wide) > 100


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 1.0, 1.0, 1.0], [0.0, 1e9]])
def test_few_values_are_all_near(values: list[float]) -> None:
    assert pictures.near(Interval(value, value, value) for value in values) == sorted(
        v for v in values for _ in range(3)
    )
