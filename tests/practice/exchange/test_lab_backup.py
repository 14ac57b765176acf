"""Runs of labs in a backup: with their reports, and read with suspicion."""

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from sharpen.domain.lab_run import LabRun, RunState
from sharpen.practice import Workspace
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.backup import export, import_
from tests.domain.test_lab_report import NAN, REPORT
from tests.looking import look

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DONE = LabRun("l1", "me", "ads", "v1", 1, False, NOW, "x = 1\n", "lift > 0", RunState.FINISHED, NOW, None, REPORT)
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def document(ws: Workspace) -> Any:
    going = replace(DONE, id="l2", state=RunState.RUNNING, finished=None, report=None)
    assert REPORT.ab
    unsure = replace(DONE, id="l3", report=replace(REPORT, ab=replace(REPORT.ab, true_lift=NAN)))
    with ws.writing() as work:
        work.lab_runs.put(DONE, going, unsure)
    return look(ws, export)


def test_a_run_that_goes_on_is_interrupted_elsewhere(ws: Workspace, document: Any) -> None:
    assert [(row["id"], row["state"]) for row in document["lab_runs"]] == [
        ("l1", "finished"),
        ("l2", "interrupted"),
        ("l3", "finished"),
    ]
    newcomer = replace(ws, learner="you")
    assert import_(newcomer, document)["lab_runs"].added == 3
    back = look(newcomer, lambda work: work.lab_runs.get("l1"))
    assert back == replace(DONE, learner="you")
    assert import_(newcomer, document)["lab_runs"].kept == 3
    assert look(ws, lambda work: work.lab_runs.state("l2")) is RunState.RUNNING, "here it goes on"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda row: row.update(report=None), r"lab_runs\[0\] must have a report"),
        (lambda row: row.update(state="failed"), r"lab_runs\[0\] must have a report"),
        (lambda row: row.update(report={"lab": "ads"}), r"lab_runs\[0\]\.report is not the report of a run"),
        (lambda row: row.update(report=[1]), r"lab_runs\[0\]\.report is not the report of a run"),
        (lambda row: row["report"].update(score="high"), r"lab_runs\[0\]\.report is not the report of a run"),
        (lambda row: row["report"]["ab"].update(sizes=[1]), r"lab_runs\[0\]\.report is not the report of a run"),
        (lambda row: row["report"]["month"].update(alarms={"soon": "x"}), r"lab_runs\[0\]\.report is not the"),
        (lambda row: row["report"]["load"].update(curve=[["a", "b", "c"]]), r"lab_runs\[0\]\.report is not the"),
        (lambda row: row.update(predictions="#" * 5_001), r"lab_runs\[0\]\.predictions: "),
        (lambda row: row.update(seed=2**40), r"lab_runs\[0\]\.seed: "),
        (lambda row: row.update(failure={"why": ""}), r"lab_runs\[0\]\.failure"),
    ],
)
def test_a_run_with_any_fault_is_refused(ws: Workspace, document: Any, change: Change, message: str) -> None:
    spoiled = copy.deepcopy(document)
    change(spoiled["lab_runs"][0])
    newcomer = replace(ws, learner="you")
    with pytest.raises(BadBackup, match=message):
        import_(newcomer, spoiled)
    assert look(newcomer, lambda work: list(work.lab_runs.everything())) == []
