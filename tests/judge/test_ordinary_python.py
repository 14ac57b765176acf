"""A submission runs in an ordinary Python: what it prints, reads and imports is as at home, or it is told why not."""

import re

import pytest

from sharpen.domain.problem import Problem
from sharpen.domain.verdict import CheckResult, Verdict, overall
from sharpen.judge import LocalJudge

ANSWER = "    return [2 * value for value in values]\n"


def double(*lines: str) -> str:
    return "import sys\ndef double(values):\n" + "".join(f"    {line}\n" for line in lines) + ANSWER


def failing(judge: LocalJudge, problem: Problem, source: str) -> CheckResult:
    return next(result for result in judge.judge(problem, source) if not result.passed)


@pytest.mark.parametrize(
    "line",
    [
        "sys.stdout.buffer.write(b'debug\\n')",
        "sys.stdout.encoding.lower()",
        "sys.stdout.reconfigure(line_buffering=True)",
        "sys.stdout.fileno()",
        "sys.stdout.isatty()",
        "sys.stderr.buffer.flush()",
        "print('half a \\ud800', file=sys.__stdout__, flush=True)",
        "with __import__('contextlib').redirect_stdout(__import__('io').StringIO()): print('x')",
        "sys.stdout.close()",
    ],
)
def test_what_python_offers_of_its_output_is_there(judge: LocalJudge, doubling: Problem, line: str) -> None:
    assert overall(list(judge.judge(doubling, double(line)))) is Verdict.ACCEPTED


def test_all_that_is_printed_is_shown_in_its_order(judge: LocalJudge, doubling: Problem) -> None:
    source = double(
        "print('one')",
        "sys.stdout.buffer.write(b'two\\n')",
        "print('three', file=sys.stderr)",
        "print('four', file=sys.__stdout__)",
        "sys.__stderr__.write('f\\xfcnf')",
    )
    assert judge.run(doubling, source, "double([1])").printed == "one\ntwo\nthree\nfour\nfünf"


def test_what_is_printed_without_end_is_cut(judge: LocalJudge, doubling: Problem) -> None:
    printed = judge.run(doubling, double("sys.stdout.buffer.write(b'x' * (1 << 20))"), "double([1])").printed
    assert len(printed) < 70_000
    assert printed.endswith("(cut at 64 KiB)")


def test_reading_input_says_that_there_is_none(judge: LocalJudge, doubling: Problem) -> None:
    assert "There is no input to read here" in failing(judge, doubling, double("input()")).why


def test_endless_recursion_is_told_as_such(judge: LocalJudge, doubling: Problem) -> None:
    endless = failing(judge, doubling, "def double(x):\n    return double(x)\n")
    assert "maximum recursion depth exceeded" in endless.why
    assert re.search(r"called itself 9\d\d levels deep: either no call ends it, or input this deep needs", endless.why)
    by_hand = failing(judge, doubling, double("raise_()") + "def raise_():\n    raise RecursionError('mine')\n")
    assert "levels deep" not in by_hand.why
    by_hand = failing(judge, doubling, double("raise EOFError('own')"))
    assert by_hand.why == "EOFError: own"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("import pytest", "This problem is judged with NumPy and the standard library"),
        ("import scipy.stats", "This problem is judged with NumPy and the standard library"),
        ("import helpers", "One file is judged, alone: put what it needs of `helpers` into it"),
        ("from helpers.one import two", "put what it needs of `helpers` into it"),
        ("from . import helpers", "One file is judged, alone"),
        ("raise ModuleNotFoundError('own')", "ModuleNotFoundError: own"),
    ],
)
def test_a_package_that_is_missing_is_told_with_what_there_is(
    judge: LocalJudge, doubling: Problem, line: str, words: str
) -> None:
    assert words in failing(judge, doubling, double(line)).why


def test_the_marked_line_is_the_one_that_raised_below_a_form_feed(judge: LocalJudge, doubling: Problem) -> None:
    result = failing(judge, doubling, "x = 1\n\f\n\ndef double(values):\n    y = '\\x1c\x1c'\n    raise KeyError\n")
    assert result.line == 6
    assert "raise KeyError" in result.traceback
