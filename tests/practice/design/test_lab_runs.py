"""Runs of a lab in the real sandbox: kept before they begin, followed, cancelled, answered again, compared."""

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.domain.lab_run import RunState
from sharpen.domain.prediction import BadPrediction
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.design import lab_runs, labs
from sharpen.practice.errors import LabBusy, LabsNotInstalled, NoSuchRun
from tests.looking import look
from tests.practice.design.conftest import LABS, REFERENCE, SLOW

PREDICTIONS = "score > 30\np99 < 5 ms\nlift between 5 % and 60 %  # the coins are bent"


def test_a_run_is_kept_followed_and_reported_and_the_same_design_is_answered_at_once(ws: Workspace) -> None:
    run = lab_runs.start(ws, "coins", REFERENCE, PREDICTIONS)
    assert look(ws, lab_runs.find, run.id).state is RunState.RUNNING, "kept before anything runs"
    seen = [step for step in lab_runs.follow(ws, run.id) if step]
    assert [step.whole for step in seen] == sorted(step.whole for step in seen)
    assert seen[-1].whole == 1
    done = look(ws, lab_runs.find, run.id)
    assert done.state is RunState.FINISHED
    assert done.report
    assert done.report.score is not None
    assert 30 < done.report.score < 100
    assert [each.held for each in done.report.predictions][:2] == [True, True]
    assert list((ws.cache or Path()).glob("labs/*.fit")), "what it learned is kept"

    same = lab_runs.start(ws, "coins", REFERENCE, "score > 99")
    assert (same.id, same.state) == (done.id, RunState.FINISHED), "nothing runs again"
    assert same.report
    *before, late = same.report.predictions
    assert tuple(before) == done.report.predictions
    assert (late.held, late.after) == (False, True)
    (listed,) = look(ws, labs.listed)
    assert (listed.best, listed.last) == (done.report.score, same)

    repeated = lab_runs.start(ws, "coins", REFERENCE, again=True)
    assert repeated.id != run.id
    list(lab_runs.follow(ws, repeated.id))
    found = look(ws, lab_runs.find, repeated.id)
    assert found.report
    assert found.report.offline == done.report.offline, "a world and its seed decide"
    assert found.report.month == done.report.month
    pair = look(ws, lab_runs.last_two, "coins")
    assert pair
    assert [each.id for each in pair] == [run.id, repeated.id]
    assert [each.id for each in look(ws, lab_runs.earlier, found)] == [repeated.id], "each design once"


def test_predictions_must_be_readable_before_anything_is_kept(ws: Workspace) -> None:
    with pytest.raises(BadPrediction, match="luck"):
        lab_runs.start(ws, "coins", REFERENCE, "luck > 3")
    assert look(ws, lambda work: work.lab_runs.of_lab("coins", 9)) == []


def test_a_design_that_fails_is_kept_with_the_place(ws: Workspace) -> None:
    source = REFERENCE.replace(
        "return (self.rate", 'if requests["day"][0] >= 12:\n            1 / 0\n        return (self.rate'
    )
    run = lab_runs.start(ws, "coins", source)
    list(lab_runs.follow(ws, run.id))
    found = look(ws, lab_runs.find, run.id)
    assert (found.state, found.report) == (RunState.FAILED, None)
    assert found.failure
    assert (found.failure.stage, found.failure.day) == ("ab", 12)
    assert "ZeroDivisionError" in found.failure.why
    assert source.splitlines()[found.failure.line - 1].strip() == "1 / 0"
    assert found.failure.place.startswith("ab, day 12")


def test_a_run_is_cancelled_from_anywhere_and_another_waits_for_that(ws: Workspace) -> None:
    run = lab_runs.start(ws, "coins", SLOW)
    with pytest.raises(LabBusy, match="one at a time"):
        lab_runs.start(ws, "coins", REFERENCE)
    followed: list[object] = []
    page = threading.Thread(target=lambda: followed.extend(lab_runs.follow(ws, run.id)))
    page.start()
    elsewhere = replace(ws)  # as another page, whose process is this one
    assert lab_runs.cancel(elsewhere, run.id).state is RunState.CANCELLED
    page.join(10)
    assert not page.is_alive()
    after = lab_runs.cancel(ws, run.id)
    assert (after.state, after.report, after.failure) == (RunState.CANCELLED, None, None), "twice changes nothing"
    with pytest.raises(NoSuchRun):
        lab_runs.cancel(ws, "nothing")


def test_a_note_of_another_process_ends_a_run(ws: Workspace) -> None:
    """Another process cannot reach this one's run; it cancels by what it writes."""
    run = lab_runs.start(ws, "coins", SLOW)
    home = str((ws.cache or Path()).parent)
    script = (
        "import sys; from pathlib import Path; from sharpen.practice import Settings, open_workspace\n"
        "from sharpen.practice.design import lab_runs\n"
        "ws = open_workspace(Settings(home=Path(sys.argv[1])))\n"
        "assert lab_runs.progress(sys.argv[2]) is None\n"
        "print(lab_runs.cancel(ws, sys.argv[2]).state.value)\n"
    )
    said = subprocess.run([sys.executable, "-c", script, home, run.id], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["cancelled"]
    list(lab_runs.follow(ws, run.id))
    assert lab_runs.progress(run.id) is None
    assert look(ws, lab_runs.find, run.id).state is RunState.CANCELLED


def test_a_run_whose_process_died_is_interrupted(ws: Workspace) -> None:
    home = str((ws.cache or Path()).parent)
    script = (
        "import os, sys; from pathlib import Path; from sharpen.practice import Settings, open_workspace\n"
        "from sharpen.practice.design import lab_runs\n"
        "ws = open_workspace(Settings(home=Path(sys.argv[1]), content=(Path(sys.argv[2]),)))\n"
        "print(lab_runs.start(ws, 'coins', sys.argv[3]).id, flush=True)\n"
        "os._exit(9)\n"
    )
    said = subprocess.run([sys.executable, "-c", script, home, str(LABS), SLOW], capture_output=True, text=True)
    (run_id,) = said.stdout.split()
    assert look(ws, lab_runs.find, run_id).state is RunState.INTERRUPTED, "before anybody writes that"
    open_workspace(Settings(home=Path(home))).close()
    raw = look(ws, lambda work: work.db.exec_driver_sql("SELECT state FROM lab_runs").scalar_one())
    assert raw == "interrupted", "and once somebody opens the data"
    assert list(lab_runs.follow(ws, run_id)) == []


def test_a_process_that_is_about_to_end_leaves_no_run_behind(ws: Workspace) -> None:
    run = lab_runs.start(ws, "coins", SLOW)
    lab_runs.leave()
    assert look(ws, lab_runs.find, run.id).state is RunState.INTERRUPTED
    assert list(lab_runs.follow(ws, run.id)) == []


def test_missing_packages_are_one_sentence(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_runs, "find_spec", lambda name: None if name == "implicit" else object())
    with pytest.raises(LabsNotInstalled, match=r"pip install 'sharpen\[labs\]' \(not here: implicit\)"):
        lab_runs.start(ws, "coins", REFERENCE)
