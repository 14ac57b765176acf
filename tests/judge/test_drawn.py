"""Each attempt is asked something of its own, drawn by its seed."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.checks import Call, Case
from sharpen.domain.problem import Limits, Problem, Profile
from sharpen.domain.verdict import CheckResult, Verdict, first_failure, overall
from sharpen.judge import LocalJudge
from sharpen.judge.drawn import Drawn
from sharpen.judge.judging import judge_submission
from sharpen.judge.prepared import BrokenChecks, Prepared
from sharpen.sandbox.nursery import nursery
from tests.judge.conftest import DOUBLING


@pytest.fixture
def table() -> str:
    """Code that knows the answers to all questions that are always asked, and no other."""
    drawn = Drawn(Prepared(DOUBLING, "", None), None)
    asked = [list(case.call.args[0]) for number in range(len(drawn.checks)) for case in drawn.cases(number)]
    known = {repr([float(value) for value in values]): [2 * float(value) for value in values] for values in asked}
    return (
        f"KNOWN = {known!r}\n\n\ndef double(values):\n    return KNOWN.get(repr([float(v) for v in values]), [0.0])\n"
    )


def verdicts(results: Sequence[CheckResult]) -> list[CheckResult]:
    return [replace(result, cpu_ms=0.0) for result in results]


def test_a_table_of_what_is_always_asked_is_refused(judge: LocalJudge, doubling: Problem, table: str) -> None:
    assert overall(list(judge.judge(doubling, table))) is Verdict.ACCEPTED
    results = list(judge.judge(doubling, table, seed=5))
    assert [result.name for result in results if not result.passed] == ["Random values", "The sum doubles"]


def test_the_same_seed_gives_the_same_results_and_another_other_inputs(
    judge: LocalJudge, doubling: Problem, table: str
) -> None:
    once, again = (verdicts(list(judge.judge(doubling, table, seed=5))) for _ in range(2))
    other = verdicts(list(judge.judge(doubling, table, seed=6)))
    assert once == again
    failures = first_failure(once), first_failure(other)
    assert failures[0]
    assert failures[1]
    assert failures[0].input != failures[1].input


def test_right_code_is_right_for_every_seed(judge: LocalJudge, doubling: Problem, right: str) -> None:
    for seed in (0, 1, 2**31 - 1):
        assert overall(list(judge.judge(doubling, right, seed=seed))) is Verdict.ACCEPTED


def test_what_is_always_asked_comes_first(judge: LocalJudge, doubling: Problem) -> None:
    wrong = "def double(values):\n    return [3 * value for value in values]\n"
    fixed, drawn = (verdicts(list(judge.judge(doubling, wrong, seed=seed))) for seed in (None, 7))
    assert fixed == drawn


def test_a_picture_shows_what_was_drawn_where_that_alone_is_wrong(
    judge: LocalJudge, doubling: Problem, table: str, tmp_path: Path
) -> None:
    for name in ("solution.py", "checks.py"):
        (tmp_path / name).write_text((DOUBLING / name).read_text())
    drawing = "figure.subplots().set_gid('drawn' if len(got) == 1 else 'example')"
    (tmp_path / "picture.py").write_text(f"def draw(figure, call, expected, got):\n    {drawing}\n")
    here = judge.at(lambda _slug: tmp_path)
    assert 'id="drawn"' in here.picture(doubling, table, seed=5)
    assert 'id="example"' in here.picture(doubling, table)


def test_cases_are_drawn_while_the_code_is_being_loaded(right: str) -> None:
    seen: list[str] = []

    def drawing(name: str) -> Callable[[object, int], list[Case]]:
        return lambda _solution, _seed: seen.append(name) or []

    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [replace(check, draw=drawing(check.name)) for check in prepared.checks]
    assert all(prepared.cases(number) for number in range(len(prepared.checks)))
    slow = f"import time\ntime.sleep(0.1)\n{right}"
    with closing(nursery(Profile.NUMPY)) as children:
        results = judge_submission(prepared, children, slow, ["double"], Limits(), 1)
        assert next(results).passed
        assert seen[:2] == [check.name for check in prepared.checks[:2]]
        assert all(result.passed for result in results)
    assert seen == [check.name for check in prepared.checks]


def test_inputs_that_cannot_be_drawn_are_a_fault_of_the_problem(right: str) -> None:
    def draw(_solution: object, seed: int) -> list[Case]:
        return [Case(Call("double", ([8 // seed],)), [16 // seed])]

    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = [replace(prepared.checks[1], name="Now and then", draw=draw)]
    with closing(nursery(Profile.NUMPY)) as children:
        for seed in (8, 0, 8):
            results = judge_submission(prepared, children, right, ["double"], Limits(), seed)
            if seed:
                assert [result.passed for result in results] == [True]
            else:
                with pytest.raises(BrokenChecks, match="'Now and then' failed: ZeroDivisionError"):
                    list(results)
