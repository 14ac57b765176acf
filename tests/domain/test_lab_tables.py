"""What a report says: its sentences, whether offline and online agree, and its tables."""

from dataclasses import replace

import pytest

from sharpen.domain.lab import Goal, Lab
from sharpen.domain.lab_report import Interval, LabReport, RampStep, Watched
from sharpen.domain.lab_tables import (
    NONE,
    change,
    compared,
    costs,
    interval,
    number,
    offline_against_online,
    percent,
    score,
    sentences,
    tables,
    warnings,
)
from sharpen.domain.lab_terms import measured
from sharpen.domain.prediction import measurements
from tests.domain.test_lab_report import NAN, REPORT

LAB = Lab("ads", "Ads", "Rank ads.", "v1", "entropy", "lower", Goal(5.0, 100.0), 0.02, reward="clicks")


def ab(lift: Interval, offline: float = 0.9) -> LabReport:
    assert REPORT.ab
    assert REPORT.offline
    metric = replace(REPORT.offline, metric=Interval(offline, offline, offline))
    return replace(REPORT, offline=metric, ab=replace(REPORT.ab, lift=lift))


def test_a_report_is_said_in_a_sentence_for_each_stage() -> None:
    assert list(sentences(LAB, REPORT)) == [
        "In its month it goes 58.5 of the 100 points from the baseline to somebody who knows the truth: that is the "
        "score.",
        "Training again is paid for in it; before that it is 60.0.",
        "Offline it is better than the baseline: entropy 0.9 against 0.95, lower is better, a gain of +5.3 % "
        "(+3.0 % to +7.0 %).",
        "Its own estimate was 0.7, outside of the interval of what was measured.",
        "Under load it misses the goal: at 100 requests a second 99 of 100 are answered in 9 ms, as if "
        "nothing else ran on the machine; 5 ms are asked for.",
        "In the experiment it wins: +3.1 % (+1.2 % to +5.0 %) in clicks; in truth +3.5 %.",
    ]


@pytest.mark.parametrize(
    ("gain", "says"),
    [
        (Interval(0.1, 0.05, 0.15), "better than the baseline"),
        (Interval(-0.1, -0.15, -0.05), "worse than the baseline"),
        (Interval(0.01, -0.05, 0.07), "not surely better or worse than the baseline"),
        (Interval(0.0, 0.0, 0.0), "exactly as good as the baseline"),
    ],
)
def test_the_sentence_on_the_metric_and_its_prediction_follow_one_interval(gain: Interval, says: str) -> None:
    assert REPORT.offline
    report = replace(REPORT, offline=replace(REPORT.offline, gain=gain))
    assert any(f"Offline it is {says}" in each for each in sentences(LAB, report))
    assert measurements(report, LAB.sign)["gain"] == gain


def test_a_score_below_the_baseline_and_one_without_training_are_said_plainly() -> None:
    assert REPORT.month
    behind = list(sentences(LAB, replace(REPORT, score=-12.0)))
    assert behind[0].startswith("In its month it falls 12.0 points behind the baseline")
    free = replace(REPORT, score=60.0, month=replace(REPORT.month, regret=0.4))
    assert not any("Training again" in each for each in sentences(LAB, free))


def test_waiting_and_requests_that_were_not_measured_are_said() -> None:
    assert REPORT.load
    slow = replace(REPORT, load=replace(REPORT.load, waited=30.2, sampled=120))
    said = " ".join(sentences(LAB, slow))
    assert "waits for 30.2 ms of the mean request" in said
    assert "120 requests alone could be measured" in said
    rows = {row[0]: row[1] for figures in tables(LAB, slow) for row in figures.rows}
    assert rows["of that waiting, mean"] == "30.2 ms"


def test_what_happened_is_told_offline_and_live_and_alarms_by_day() -> None:
    found = {figures.title.partition(":")[0]: figures for figures in tables(LAB, REPORT)}
    assert found["What happened live"].rows == (("predicted over actual", "1.1", "1.6", "1", "1.05"),)
    assert found["Alarms"].rows == (("day 43", "CTR fell"),)


def test_a_shock_without_an_alarm_was_missed() -> None:
    assert REPORT.month
    missed = replace(REPORT, month=replace(REPORT.month, delay=None, missed=1))
    rows = {row[0]: row[1] for figures in tables(LAB, missed) for row in figures.rows}
    assert rows["days until an alarm"] == "missed"
    none = replace(REPORT, month=replace(REPORT.month, delay=None, missed=0, shocks=()))
    rows = {row[0]: row[1] for figures in tables(LAB, none) for row in figures.rows}
    assert rows["days until an alarm"] == NONE


def test_an_experiment_that_is_not_to_be_believed_and_a_broken_guardrail_are_said() -> None:
    assert REPORT.ab
    broken = Watched("complaints", Interval(0.2, 0.1, 0.3), broken=True)
    odd = replace(REPORT, ab=replace(REPORT.ab, sample_ratio_p=1e-9, guardrails=(broken,)))
    guardrail, arms = warnings(odd)
    assert "do not believe this experiment" in arms
    assert guardrail.startswith("The guardrail “complaints” is broken: +20.0 % (+10.0 % to +30.0 %).")
    assert not list(warnings(REPORT))


def test_a_ramp_and_interleaving_have_rows_and_the_days_that_are_left_out_are_said() -> None:
    assert REPORT.ab
    begun = replace(
        REPORT.ab,
        ramp=(RampStep(0.05, (12, 11), 0.8), RampStep(0.25, (60, 66), 0.6)),
        interleaving=Interval(0.61, 0.55, 0.67),
        interleaving_p_value=0.002,
    )
    report = replace(REPORT, ab=begun)
    (experiment,) = (each for each in tables(LAB, report) if each.title.startswith("Experiment"))
    assert experiment.title.endswith("against the baseline, after 2 days of ramp")
    rows = dict(experiment.rows)
    assert next(value for name, value in rows.items() if name.startswith("interleaving")) == "61.0 % (55.0 % to 67.0 %)"
    assert next(value for name, value in rows.items() if name.startswith("ramp, day 2: 25 % treated")) == (
        "60 and 66; 0.6"
    )
    assert any("after the ramp, on which all units were in" in each for each in sentences(LAB, report))
    ramped = dict(measured(replace(LAB, ramp=(0.05, 0.25))))
    assert "the first 2 of them a ramp (5 %, 25 % treated) that is left out of the lift" in ramped["ab"]
    assert "ramp" not in dict(measured(LAB))["ab"]


@pytest.mark.parametrize(
    ("reports", "says"),
    [
        ([], ""),
        ([ab(Interval(0.1, 0.05, 0.15))], "This design wins in its experiment"),
        ([ab(Interval(-0.1, -0.2, -0.05), 0.8), ab(Interval(0.1, 0.05, 0.15))], "best offline loses its experiment"),
        ([ab(Interval(0.05, -0.1, 0.2), 0.8), ab(Interval(0.1, 0.05, 0.15))], "is not the best in the experiment"),
        ([ab(Interval(0.1, 0.05, 0.15), 0.8), ab(Interval(-0.1, -0.2, 0.1))], "is the best in the experiment, too"),
    ],
)
def test_whether_what_is_best_offline_is_best_online(reports: list[LabReport], says: str) -> None:
    """Lower is better here."""
    assert says in offline_against_online(LAB, reports)


def test_every_stage_has_a_table_and_stages_that_were_not_run_have_none() -> None:
    titles = [figures.title.partition(":")[0] for figures in tables(LAB, REPORT)]
    assert titles == ["Predictions", "Offline", "Load", "Experiment", "What happened live", "Month", "Alarms", "Costs"]
    assert [figures.title for figures in tables(LAB, LabReport("ads", "v1", 1, False))] == ["Costs: CPU and memory"]


def test_costs_name_the_design_by_stage_the_baseline_and_the_world() -> None:
    rows = costs(replace(REPORT, cpu={"offline": 1.5, "baseline": 0.25, "world": 0.5})).rows
    assert rows == (
        ("offline", "1.50 s"),
        ("the baseline's", "0.25 s"),
        ("the world's own", "0.50 s"),
        ("memory", "120 MiB"),
    )
    for figures in tables(LAB, REPORT):
        assert {len(row) for row in figures.rows} == {len(figures.headings)}


def test_two_reports_are_compared_by_what_can_be_predicted() -> None:
    rows = {row[0]: row[1:3] for row in compared(LAB, REPORT, replace(REPORT, score=None, load=None)).rows}
    assert rows["score"] == ("58.5", NONE)
    assert rows["p99"] == ("9", NONE)
    assert rows["max_rate"][0] == "510"
    assert rows["lift"][0] == rows["lift"][1] == "3.1 % (1.2 % to 5.0 %)"
    assert rows["lift in truth"] == ("+3.5 %", "+3.5 %")
    assert rows["clicks"] == ("-1.0 % (-3.0 % to +1.0 %)",) * 2


def test_numbers_read_as_such_and_what_is_none_is_a_dash() -> None:
    assert [number(each) for each in (1234567.0, 0.98765, 0.0, NAN, None)] == ["1,234,567", "0.988", "0", NONE, NONE]
    assert [number(-0.0), percent(-0.0001), percent(0.0004), score(-0.01)] == ["0", "0.0 %", "0.0 %", "0.0"]
    assert percent(NAN) == NONE
    assert interval(Interval(1.0, NAN, NAN)) == "1"
    assert change(Interval(NAN, NAN, NAN)) == NONE
