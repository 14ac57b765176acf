"""Predictions: how they are written, and when they hold."""

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain import prediction
from sharpen.domain.lab_report import AbReport, Interval, LabReport, LoadReport, MonthReport, OfflineReport, Watched

REPORT = LabReport(
    "coins", "1", 1, False,
    OfflineReport(Interval(0.9, 0.88, 0.92), Interval(1.0, 0.98, 1.02), 0.5, {"age": {"new": Interval(1, 0.9, 1.1)}}),
    LoadReport(0.2, 0.9, 100, 0.3, 4.0, 1.0, 0.02, 4000, 1, ((10.0, 0.2, 0.9),)),
    AbReport((100, 101), 0.8, Interval(0.05, 0.01, 0.09), 0.02, Interval(0.04, 0.02, 0.06), 0.001, 0.4, 0.045, 0.9,
             (Interval(0.1, -0.1, 0.3),), (Watched("hidden", Interval(0, -1, 1), False),),
             Interval(0.6, 0.55, 0.65), 0.001),
    MonthReport(28, (0.1, 0.2), (0.1, 0.1), (0.2, 0.3), (29,), {29: "moved"}, (29,), 0, 0.0, 0, 5.0, 0.0, 0.4),
    61.0, (), {"world": 1.0}, 200.0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("lift > 0", True),
        ("lift > 5 %", None),
        ("lift > 10%", False),
        ("cuped between 1 % and 7%", True),
        ("cuped = 4 % ± 0.5 %", None),
        ("interleaving > 50 %", True),
        ("interleaving > 0.6", None),
        ("offline < 0.95", True),
        ("offline <= 0.85", False),
        ("gain > 5%", True),
        ("p99 < 20 ms", True),
        ("p99 < 0.003 s", False),
        ("max_rate >= 4000", True),
        ("max_rate > 4000 /s", False),
        ("score = 60 +- 2 points", True),
        ("retrainings = 1 +/- 0", True),
        ("retrainings = 1", True),
        ("false_alarms = 1", False),
        ("lift between 0.02 and 0.2", None),
        ("lift between 0 and 20 %", True),
        ("p99 between 3 ms and .02 s", True),
        ("offline between 80 and 95 %", True),
        ("delay in 0 to 2", True),
        ("own < .6", True),
    ],
)
def test_a_prediction_holds_fails_or_is_left_open(said: str, held: bool | None) -> None:
    (scored,) = prediction.scored(prediction.read(said), REPORT, better=-1)
    assert scored.held is held
    assert scored.said == said


@pytest.mark.parametrize(
    ("said", "means", "instead"),
    [
        ("lift > 30", "3,000 %", "`30 %`"),
        ("lift = 30 ± 5", "3,000 %", "`30 %`"),
        ("regret < -2", "-200 %", "`-2 %`"),
        ("power between 0.5 and 80", "8,000 %", "`80 %`"),
    ],
)
def test_a_share_above_one_without_a_sign_is_asked_about_before_the_run(said: str, means: str, instead: str) -> None:
    with pytest.raises(prediction.BadPrediction, match="has no sign") as refused:
        prediction.read(said)
    assert f"would be {means}" in str(refused.value)
    assert instead in str(refused.value)


def test_a_share_up_to_one_without_a_sign_is_said_as_it_is_read() -> None:
    read = prediction.read("lift > 0.5\nlift > 0\npower > 80 %\nregret between 0.1 and 0.4\nscore > 40\n")
    assert prediction.readings(read) == (
        "“lift > 0.5” is read as 50 %: without a sign, a share is of 1.",
        "“regret between 0.1 and 0.4” is read as 10 % and 40 %: without a sign, a share is of 1.",
    )


@pytest.mark.parametrize("said", ["p99 < 20 %", "delay < 3 s", "lift > 3 ms", "score > 4 ms", "retrainings = 3 %"])
def test_a_unit_that_a_number_does_not_have_is_refused_with_the_one_it_has(said: str) -> None:
    with pytest.raises(prediction.BadPrediction, match="its unit is "):
        prediction.read(said)


def test_one_exact_number_is_a_prediction_only_of_what_is_counted() -> None:
    with pytest.raises(prediction.BadPrediction, match="can only be met by chance"):
        prediction.read("lift = 5 %")


def test_what_is_predicted_of_a_report_that_is_there_stands_beside_the_rest_and_is_marked() -> None:
    before = replace(REPORT, predictions=prediction.scored(prediction.read("lift > 0"), REPORT, -1))
    late = prediction.after(prediction.read("lift > 0\nscore > 90"), before, -1)
    assert [(each.said, each.held, each.after) for each in late.predictions] == [
        ("lift > 0", True, False),
        ("score > 90", False, True),
    ]
    again = prediction.after(prediction.read("score > 10"), late, -1)
    assert [each.said for each in again.predictions] == ["lift > 0", "score > 10"]
    assert LabReport.read(json.loads(json.dumps(again.document()))) == again
    old = again.document()
    for each in old["predictions"]:
        del each["after"]
    assert not any(each.after for each in LabReport.read(old).predictions)


def test_comments_and_empty_lines_are_passed_over() -> None:
    assert prediction.read("# mine\n\n  lift > 0  # surely\n")[0].said == "lift > 0"


@pytest.mark.parametrize("line", ["happiness > 3", "lift", "lift ! 3", "lift > much", "p99 < 20 apples"])
def test_what_is_no_prediction_is_refused_with_what_would_be(line: str) -> None:
    with pytest.raises(prediction.BadPrediction, match=r"Write `|They are: "):
        prediction.read(line)


@pytest.mark.parametrize("said", ["delay < 3", "delay > 2", "delay between 0 and 9"])
def test_a_shock_that_was_missed_holds_no_prediction_of_its_alarm(said: str) -> None:
    assert REPORT.month
    missed = replace(REPORT, month=replace(REPORT.month, delay=None, missed=1))
    (scored,) = prediction.scored(prediction.read(said), missed, 1)
    assert (scored.measured, scored.held) == ("missed", False)
    no_shock = replace(REPORT, month=replace(REPORT.month, delay=None, missed=0))
    (scored,) = prediction.scored(prediction.read(said), no_shock, 1)
    assert (scored.measured, scored.held) == ("not measured", None)


def test_what_was_not_measured_decides_nothing() -> None:
    (scored,) = prediction.scored(prediction.read("lift > 0"), LabReport("coins", "1", 1, True), 1)
    assert (scored.measured, scored.held) == ("not measured", None)


def test_a_report_on_actions_that_are_no_rankings_says_nothing_of_interleaving() -> None:
    assert REPORT.ab
    without = replace(REPORT, ab=replace(REPORT.ab, interleaving=None, interleaving_p_value=None))
    assert LabReport.read(json.loads(json.dumps(without.document()))) == without
    (scored,) = prediction.scored(prediction.read("interleaving > 0.5"), without, 1)
    assert scored.held is None


def test_a_report_is_one_json_document_and_comes_back_whole() -> None:
    assert LabReport.read(json.loads(json.dumps(REPORT.document()))) == REPORT


@given(st.floats(-100, 100), st.floats(0, 50), st.floats(-100, 100), st.floats(0, 50))
def test_an_open_prediction_is_one_that_the_interval_does_not_decide(
    middle: float, width: float, low: float, span: float
) -> None:
    said = prediction.Prediction("", "score", low, low + span)
    held = said.holds(Interval(middle, middle - width, middle + width))
    inside = low <= middle - width and middle + width <= low + span
    outside = middle + width < low or middle - width > low + span
    assert held is (True if inside else False if outside or width == 0 else None)
    assert not math.isnan(middle)
