"""What the examiner does with checks, whatever an answer makes of them."""

from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from sharpen import checks
from sharpen.checks import Call, Case, Check
from sharpen.domain.problem import Limits, Profile
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.judge import judging, reading, trials
from sharpen.judge.legible import MOST_PRINTED, legible, legible_result
from sharpen.judge.prepared import Prepared
from sharpen.sandbox.nursery import nursery
from tests.judge.conftest import DOUBLING


def test_an_answer_that_keeps_a_check_busy_for_ever_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def count(_candidate: Any, _case: Case) -> None:
        for _ in range(1 << 60):
            pass

    monkeypatch.setattr(reading, "MOST", 0.1)
    check = Check("Counts", Kind.PROPERTY, lambda _solution: [], count)
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [replace(check, prepare=lambda _solution: [Case(Call("double", (1,)))])]
    with closing(nursery(Profile.NUMPY)) as children:
        source = "def double(v):\n    return v\n"
        (result,) = judging.judge_submission(prepared, children, source, ["double"], Limits())
    assert result.verdict is Verdict.RUNTIME_ERROR
    assert "0.1 s" in result.why


def test_a_case_that_takes_long_to_compare_is_refused_as_an_answer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 0.1)
    prepared = Prepared(DOUBLING, "", None)
    with closing(nursery(Profile.NUMPY)) as children:
        source, trial = "def double(v): pass", "[None] * 1_000_000"
        result = trials.run_trial(prepared, children, source, ["double"], trial, Limits()).result
    assert result.verdict is Verdict.RUNTIME_ERROR
    assert "reading its answers takes" in result.why


def test_an_exception_of_another_kind_than_documented_is_shown_with_its_line() -> None:
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [checks.error("Refuses a number", [Call("double", (3,))])]
    with closing(nursery(Profile.NUMPY)) as children:
        source = "def double(values):\n    return [2 * value for value in values]\n"
        (result,) = judging.judge_submission(prepared, children, source, ["double"], Limits())
    assert result.verdict is Verdict.WRONG_ANSWER
    assert "expected ValueError, but TypeError" in result.why
    assert result.line == 2
    assert "for value in values" in result.traceback


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb\n", "a\tb\n"), ("\x1b[2J\x00\x9b", "\\x1b[2J\\x00\\x9b"), ("\ud800", "\\ud800"), ("é…", "é…")],
)
def test_text_is_shown_without_what_commands_a_terminal(text: str, shown: str) -> None:
    assert legible(text) == shown


def test_every_text_of_a_result_is_bounded() -> None:
    long = "x" * 10**6
    result = legible_result(CheckResult("n", Kind.LOAD, Verdict.WRONG_ANSWER, why=long, got=long, printed=long))
    assert max(len(result.why), len(result.got)) < 10_000
    assert MOST_PRINTED <= len(result.printed) < MOST_PRINTED + 100
    assert result.verdict is Verdict.WRONG_ANSWER
