"""Messages are graded: what people could not use is found, and what was said instead is not."""

from pathlib import Path
from typing import Any

import pytest

from sharpen.authoring.message_proof import faults, prove_messages
from sharpen.domain.verdict import CheckResult, Kind, Verdict


def failed(why: str, kind: Kind = Kind.ORACLE, **more: Any) -> CheckResult:
    fields: dict[str, Any] = {"verdict": Verdict.WRONG_ANSWER, "expected": "3", "got": "4"} | more
    return CheckResult("Rows sum to one", kind, why=why, **fields)


@pytest.mark.parametrize(
    ("result", "fault"),
    [
        (failed("argument 1 was changed by the call", Kind.UNCHANGED), "it names no argument"),
        (failed("no item matches 1"), "it says that something does not fit, not what"),
        (failed("the answer is none of the acceptable ones"), "it says that something does not fit, not what"),
        (failed("StopIteration", verdict=Verdict.RUNTIME_ERROR), "StopIteration alone"),
        (failed("RuntimeError: generator raised StopIteration", verdict=Verdict.RUNTIME_ERROR), "StopIteration alone"),
        (failed("a dense matrix was made", verdict=Verdict.TIME_LIMIT), "a limit that was met reads as another cause"),
        (failed("the gradient departs from it", got=""), "it does not say what was expected and what came"),
        (failed("the weights do not sum to one", Kind.PROPERTY, expected="", got=""), "it does not show the answer"),
        (failed("these labels differ", expected="0, " * 200, got="1, " * 200), "it shows much and does not say where"),
        (failed("the loss falls from 1.08920103 to 1.08920103"), "it shows two different numbers alike"),
        (failed("'NoneType' object is not iterable"), "it speaks of Python's objects"),
        (failed("u = np.float64(0.5) gave outcome 3"), "it speaks of Python's objects"),
        (failed("expected None"), "it is hardly a sentence"),
    ],
)
def test_a_message_that_says_too_little_is_found(result: CheckResult, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults(result))


@pytest.mark.parametrize(
    "result",
    [
        failed("the call changed `X`: first difference at [0]: expected 1, got 2", Kind.UNCHANGED),
        failed("2 came twice, and 5 is missing"),
        failed("expected 1, 2 or 3, got 4"),
        failed("StopIteration: the stream had 2 values, and one more was asked for", verdict=Verdict.RUNTIME_ERROR),
        failed("AssertionError", verdict=Verdict.RUNTIME_ERROR, got=""),
        failed("it took more than 2 s of CPU time and was stopped in line 3", verdict=Verdict.TIME_LIMIT),
        failed("the call needed 90 MiB; 20 MiB is enough", Kind.MEMORY, verdict=Verdict.MEMORY_LIMIT),
        failed("row 2 sums to 0.169568", Kind.PROPERTY, expected=""),
        failed("first difference at [700]: expected 0, got 1", expected="0, " * 200, got="1, " * 200, where="[700]"),
        failed("the nearest right answer is (0, 0.111111): first difference at [1]: expected 0.111111, got 152.1"),
        failed("the mean 7.125 of [7.125] lies outside [-4.0, 7.0]", Kind.PROPERTY, expected=""),
        failed("feature 0 gains 0.0403364, but feature 1 gains 0.0403364, which is 4.03e-11 more"),
        failed("the answer is empty", expected="0, " * 200, got="None, " * 200),
        failed("the weights changed from [0.015982, 0.015982] to [0.116057, 0.08409]"),
        failed("anything", verdict=Verdict.JUDGE_ERROR),
        failed("", verdict=Verdict.ACCEPTED),
    ],
)
def test_a_message_that_says_what_is_wrong_is_left_alone(result: CheckResult) -> None:
    assert faults(result) == []


def test_a_fault_is_reported_once_with_the_message_and_who_got_it() -> None:
    (finding,) = prove_messages(Path("checks.py"), 0, "the trap a", [failed("no item matches 1")] * 3)
    assert finding.what == (
        "'Rows sum to one' tells the trap a 'no item matches 1': it says that something does not fit, not what."
    )
