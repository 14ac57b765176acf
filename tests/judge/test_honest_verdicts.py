"""Verdicts that hostile or hapless code must not bend: what an answer costs, what a child says, what passes a check."""

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sharpen import checks
from sharpen.checks import Call, Check
from sharpen.domain.problem import Limits, Problem, Profile
from sharpen.domain.verdict import CheckResult, Verdict, overall
from sharpen.judge import LocalJudge, judging
from sharpen.judge.local import OVERCOME
from sharpen.judge.prepared import Prepared
from sharpen.sandbox.nursery import nursery
from tests.judge.conftest import DOUBLING

ENDLESS_IN_C = """
from sharpen import checks
def counts(got, values):
    sum(range(got))
CHECKS = [checks.property("Counts", "double", [([1],)], holds=counts)]
"""


def test_an_answer_that_holds_the_examiner_in_c_is_the_fault_of_the_submission(
    doubling: Problem, tmp_path: Path
) -> None:
    """`sum` of a range looks at no signal until it is done, which here would be never."""
    (tmp_path / "solution.py").write_text("def double(values):\n    return 1\n")
    (tmp_path / "checks.py").write_text(ENDLESS_IN_C)
    with closing(LocalJudge(lambda _slug: tmp_path)) as judge:
        (result,) = judge.judge(doubling, "def double(values):\n    return 1 << 60\n")
        assert (result.verdict, result.why) == (Verdict.RUNTIME_ERROR, OVERCOME)
        assert overall(list(judge.judge(doubling, "def double(values):\n    return 1\n"))) is Verdict.ACCEPTED


def judged(check: Check, source: str) -> CheckResult:
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [check]
    with closing(nursery(Profile.NUMPY)) as children:
        return list(judging.judge_submission(prepared, children, source, ["double"], Limits()))[-1]


def test_a_load_that_takes_about_the_limit_gets_a_verdict_of_its_own() -> None:
    limits, verdicts = Limits(cpu=0.05), set()
    prepared = Prepared(DOUBLING, "", None)
    with closing(nursery(Profile.NUMPY)) as children:
        for turn in range(60):
            source = LOADING.format(seconds=0.04 + turn * 0.0002)
            results = list(judging.judge_submission(prepared, children, source, ["double"], limits))
            verdicts.add(next((result.verdict for result in results if not result.passed), Verdict.ACCEPTED))
    assert verdicts <= {Verdict.ACCEPTED, Verdict.TIME_LIMIT}


LOADING = """
import time
while time.process_time() < {seconds}:
    pass
def double(values):
    return [2 * value for value in values]
"""


def sparse_only(_got: Any, _value: Any) -> str:
    raise NotImplementedError("as a sparse matrix does")


@pytest.mark.parametrize("holds", [lambda got, _v: got + "", sparse_only])
def test_whatever_a_property_raises_on_an_answer_is_said_of_the_answer(holds: Any) -> None:
    result = judged(checks.property("Property", "double", [(1,)], holds=holds), "def double(v):\n    return v\n")
    assert result.verdict is Verdict.WRONG_ANSWER
    assert "documented form" in result.why


@pytest.mark.parametrize(
    "answer", ["np.nan", "[0.5, np.nan]", "{'a': (1.0, np.nan)}", "np.array([[np.nan]])", "1 + np.nan * 1j"]
)
@pytest.mark.parametrize("make", [checks.property, checks.stability, checks.growth])
def test_nan_passes_no_property_that_objects_to_what_is_too_large(make: Any, answer: str) -> None:
    check = make("Small", "double", [(1,)], holds=lambda _got, _value: None)
    result = judged(check, f"import numpy as np\ndef double(v):\n    return {answer}\n")
    assert result.verdict is Verdict.WRONG_ANSWER
    assert "NaN" in result.why


def test_nan_passes_no_relation_and_no_distribution_either() -> None:
    source = "def double(v):\n    return float('nan')\n"
    relation = checks.relation("Same", "double", [(1,)], holds=lambda ask, v: "differ" if ask(v) > ask(v) else None)
    drawn = checks.statistics("Mean", "double", [(1,)], draws=3, holds=lambda _answers, _v: None)
    assert "NaN" in judged(relation, source).why
    assert "NaN" in judged(drawn, source).why


def test_nan_may_be_right_where_the_check_says_so() -> None:
    source = "def double(v):\n    return float('nan')\n"
    assert judged(checks.property("Any", "double", [(1,)], holds=lambda _got, _v: None, nan=True), source).passed


@pytest.mark.parametrize(
    "made",
    [
        "class ValueError(Exception): pass\n",
        "class ValueError(TypeError): pass\n",
        "class Meta(type):\n    def mro(cls): return [cls, ValueError, Exception, BaseException, object]\n"
        "    def __eq__(cls, other): return True\n    def __hash__(cls): return hash(ValueError)\n"
        "class Lie(Exception, metaclass=Meta): pass\nValueError = Lie\n",
        "class Every(KeyError, TypeError, ValueError): pass\nValueError = Every\n",
    ],
)
def test_an_exception_is_judged_by_its_class_and_not_by_its_name(made: str) -> None:
    check = checks.error("Refuses a number", [Call("double", (3,))])
    result = judged(check, f"{made}def double(values):\n    raise ValueError('a number')\n")
    assert not result.passed


OWN = "class Own(ValueError): pass\n"
MIXED = "class App(Exception): pass\nclass Own(App, ValueError): pass\n"


@pytest.mark.parametrize("made", ["Own = ValueError\n", OWN, MIXED])
def test_an_exception_of_ones_own_that_descends_from_the_documented_one_is_right(made: str) -> None:
    check = checks.error("Refuses a number", [Call("double", (3,))])
    assert judged(check, f"{made}def double(values):\n    raise Own('a number')\n").passed


def test_memory_taken_while_loading_and_given_back_in_the_call_counts() -> None:
    check = checks.memory("A little memory", Call("double", (1,)), limit=20)
    frugal = "def double(v):\n    return 2 * v\n"
    hiding = (
        "taken = [bytearray(60 << 20)]\ndef double(v):\n    taken.clear()\n    bytearray(50 << 20)\n    return 2 * v\n"
    )
    assert judged(check, frugal).passed
    assert judged(check, hiding).verdict is Verdict.MEMORY_LIMIT


GREEDY = """
from sharpen import checks
CHECKS = [checks.property("Takes", "double", [([1],)], holds=lambda got, _v: None if bytearray(got << 30) else "")]
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_the_examiner_takes_only_so_much_memory(doubling: Problem, tmp_path: Path) -> None:
    """Gibibytes that nobody writes to cost nothing, and would be had without a limit."""
    (tmp_path / "solution.py").write_text("def double(values):\n    return 1\n")
    (tmp_path / "checks.py").write_text(GREEDY)
    with closing(LocalJudge(lambda _slug: tmp_path)) as judge:
        (result,) = judge.judge(doubling, "def double(values):\n    return 3\n")
        assert "MemoryError" in result.why
        assert overall(list(judge.judge(doubling, "def double(values):\n    return 1\n"))) is Verdict.ACCEPTED


def test_what_lies_beside_the_packages_is_not_listed(judge: LocalJudge, doubling: Problem, right: str) -> None:
    listed = judge.run(doubling, right, "import sys\n[p for p in sys.path_importer_cache if p.endswith('-packages')]")
    assert listed.got == "[]"
