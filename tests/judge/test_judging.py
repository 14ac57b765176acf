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


LIMITS = Limits()


def results_of(source: str, *some: Check, limits: Limits = LIMITS) -> list[CheckResult]:
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = list(some)
    with closing(nursery(Profile.NUMPY)) as children:
        return list(judging.judge_submission(prepared, children, source, ["double"], limits))


def test_a_check_that_comes_late_is_not_blamed_for_the_time_of_all() -> None:
    source = "def double(v):\n    while v == 2:\n        pass\n    return 2 * v\n"
    some = [checks.example(str(v), Call("double", (v,)), 2 * v) for v in (1, 2)]
    first, second = results_of(source, *some, limits=Limits(cpu=0.3))
    assert first.passed
    assert second.why.startswith("it took more than 0.3 s of CPU time and was stopped in line ")
    assert second.why.endswith("; the limit is for all checks together")
    assert second.line in (2, 3)


def test_code_that_waits_is_told_where() -> None:
    source = "import time\ndef double(v):\n    time.sleep(60)\n"
    (result,) = results_of(source, checks.example("One", Call("double", (1,)), 2), limits=Limits(wall=0.5))
    assert (result.verdict, result.line) == (Verdict.TIME_LIMIT, 3)
    assert "s of it at work (is it waiting for something?) and was stopped in line 3" in result.why


def test_code_that_takes_too_much_memory_is_told_where() -> None:
    source = "def double(v):\n    taken = [0]\n    while True:\n        taken += taken\n"
    (result,) = results_of(source, checks.example("One", Call("double", (1,)), 2), limits=Limits(memory=128))
    assert (result.verdict, result.line) == (Verdict.MEMORY_LIMIT, 4)
    assert result.why == "it needed more than 128 MiB of memory and was stopped in line 4"


def test_code_that_does_not_come_back_from_c_is_stopped_without_a_line() -> None:
    source = "from itertools import repeat\ndef double(v):\n    return sum(repeat(v))\n"
    (result,) = results_of(source, checks.example("One", Call("double", (1,)), 2), limits=Limits(cpu=0.3))
    assert (result.verdict, result.line) == (Verdict.TIME_LIMIT, 0)
    assert result.why == "it took more than 0.3 s of CPU time"


@pytest.mark.parametrize(
    "check",
    [
        checks.example("Either", Call("double", (1,)), [2, 3], same=checks.one_of()),
        checks.example("Between", Call("double", (1,)), (2, 4), same=lambda bounds, got: between(*bounds, got)),
    ],
)
def test_what_is_expected_is_shown_as_the_comparison_puts_it(check: Check) -> None:
    (result,) = results_of("def double(v):\n    raise KeyError\n", check)
    assert (result.verdict, result.expected) == (Verdict.RUNTIME_ERROR, "2 or 3")


def between(low: int, high: int, got: Any) -> checks.Difference | None:
    right = " or ".join(map(str, range(low, high)))
    return None if got in range(low, high) else checks.Difference("", right, str(got), f"expected {right}")


def test_the_call_that_fails_is_the_one_that_is_shown() -> None:
    source = "def double(v):\n    if v != [1.0]:\n        raise KeyError\n    return [2 * x for x in v]\n"
    turns = iter([1.0, 5.0])
    check = checks.stateless("None is kept", "double", lambda _rng, _size: ([next(turns)],), [1])
    (result,) = results_of(source, check)
    assert (result.input, result.expected) == ("double([5])", "")


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
