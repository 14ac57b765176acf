"""The report of a run as a document: standard JSON, from which it comes back whole."""

import json
from dataclasses import replace

import pytest

from sharpen.domain.lab_report import (
    AbReport,
    Interval,
    LabReport,
    LoadReport,
    MonthReport,
    OfflineReport,
    Scored,
    Watched,
)

NAN = float("nan")
LIFT = Interval(0.031, 0.012, 0.05)
REPORT = LabReport(
    lab="ads",
    version="v1",
    seed=3,
    short=True,
    offline=OfflineReport(
        Interval(0.9, 0.88, 0.92),
        Interval(0.95, 0.94, 0.96),
        0.7,
        {"age": {"new": Interval(1.1, 0.9, 1.3)}},
        Interval(0.0526, 0.03, 0.07),
        {"predicted over actual": (1.1, 1.0)},
    ),
    load=LoadReport(1.5, 4.0, 100.0, 2.0, 9.0, 0.98, 0.2, 510.5, 1, ((50.0, 1.6, 4.5), (100.0, 2.0, 9.0))),
    ab=AbReport(
        (500, 510),
        0.75,
        LIFT,
        0.002,
        replace(LIFT, low=0.02),
        0.001,
        0.4,
        0.035,
        0.85,
        (Interval(0.1, -0.2, 0.4), LIFT),
        (Watched("clicks", Interval(-0.01, -0.03, 0.01), False),),
        happened={"predicted over actual": (1.6, 1.05)},
    ),
    month=MonthReport(42, (1.0, 1.1), (0.9, 0.8), (1.4, 1.5), (43,), {43: "CTR fell"}, (43,), 0, 1.5, 2, 3.0, 1.0, 0.4),
    score=58.5,
    predictions=(Scored("lift > 0", "3.1 % (1.2 % to 5.0 %)", True), Scored("p99 < 5", "9", None)),
    cpu={"offline": 1.5, "world": 0.5},
    memory=120.5,
    printed={"offline": "rows: 12000\n"},
)
"""With a value in every field."""


def test_a_report_survives_the_way_through_json() -> None:
    assert LabReport.read(json.loads(json.dumps(REPORT.document()))) == REPORT


def test_what_is_no_number_is_null_in_the_document_and_nan_again() -> None:
    assert REPORT.offline
    assert REPORT.ab
    assert REPORT.load
    assert REPORT.month
    odd = replace(
        REPORT,
        offline=replace(REPORT.offline, own=None, slices={"age": {"new": Interval(NAN, NAN, NAN)}}),
        load=replace(REPORT.load, curve=((50.0, NAN, NAN),)),
        ab=replace(REPORT.ab, true_lift=NAN, days=(Interval(0.1, NAN, NAN),)),
        month=replace(REPORT.month, delay=None, regret=NAN, design=(NAN, 1.0)),
        score=None,
        memory=NAN,
    )
    text = json.dumps(odd.document(), allow_nan=False)
    back = LabReport.read(json.loads(text))
    assert repr(back) == repr(odd), "NaN is not equal to itself"
    assert back.month
    assert back.month.delay is None, "what may be missing stays missing"


@pytest.mark.parametrize("part", ["offline", "load", "ab", "month"])
def test_a_document_that_is_none_is_refused(part: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        LabReport.read({**REPORT.document(), part: {"nonsense": 1}})


def test_a_report_of_before_there_was_more_in_it_comes_back() -> None:
    old = REPORT.document()
    for part, added in (("offline", ("gain", "happened")), ("ab", ("happened",)), ("load", ("waited", "sampled"))):
        for name in added:
            del old[part][name]
    del old["printed"]
    back = LabReport.read(json.loads(json.dumps(old)))
    assert back.offline
    assert back.ab
    assert back.load
    assert (back.offline.gain, back.offline.happened, back.ab.happened) == (None, {}, {})
    assert (back.load.waited, back.load.sampled, back.printed) == (0, None, {})


def test_a_report_without_its_later_stages_comes_back() -> None:
    early = LabReport("ads", "v1", 1, False)
    assert LabReport.read(json.loads(json.dumps(early.document()))) == early
