"""What a submission keeps between calls spoils later answers, and is named where it does."""

from contextlib import closing
from typing import Any

import pytest

from sharpen import checks
from sharpen.checks import Call, Check
from sharpen.domain.problem import Limits, Profile
from sharpen.domain.verdict import CheckResult, Verdict
from sharpen.judge.judging import judge_submission
from sharpen.judge.prepared import Prepared
from sharpen.sandbox.nursery import nursery
from tests.judge.conftest import DOUBLING

VALUES = [([1],), ([2, 3],), ([],)]


def doubled(values: Any) -> Any:
    return [2 * value for value in values]


def sums(ask: Any, values: Any) -> str | None:
    return None if sum(ask(values)) == 2 * sum(values) else "the sum is not doubled"


CHECKS = [
    checks.example("Example", checks.call("double", [1]), [2]),
    checks.oracle("Oracle", "double", VALUES, expected=doubled),
    checks.relation("Relation", "double", VALUES, holds=sums),
    checks.unchanged("Unchanged", "double", VALUES),
    checks.error("Refuses", [Call("double", (3,))], TypeError),
]
DEFAULT = "def double(values, out=[]):\n    out += [2 * v for v in values]\n    return list(out)\n"
GLOBAL = "out = []\ndef double(values):\n    for v in values:\n        out.append(2 * v)\n    return list(out)\n"
ATTRIBUTE = (
    "class Doubler:\n    out = []\n    def doubled(self, values):\n        self.out.extend(2 * v for v in values)\n"
    "        return list(self.out)\ndef double(values):\n    return Doubler().doubled(values)\n"
)
ONCE = (
    "asked = []\ndef double(values):\n    asked.append(1)\n    if asked[1:]:\n        raise KeyError\n"
    "    return [2 * v for v in values]\n"
)


def judged(source: str, several: list[Check] = CHECKS) -> dict[str, CheckResult]:
    prepared = Prepared(DOUBLING, "", None)
    prepared.checks = several
    with closing(nursery(Profile.NUMPY)) as children:
        results = judge_submission(prepared, children, source, ["double"], Limits())
        return {result.name: result for result in results}


@pytest.mark.parametrize("source", [DEFAULT, GLOBAL, ATTRIBUTE, ONCE])
def test_what_is_kept_between_calls_is_named_where_it_spoils_an_answer(source: str) -> None:
    results = judged(source)
    assert results["Example"].passed
    for name in ("Oracle", "Relation"):
        assert results[name].verdict in (Verdict.WRONG_ANSWER, Verdict.RUNTIME_ERROR)
        assert "right when called alone: something is kept between calls" in results[name].why


def test_what_is_wrong_alone_too_is_not_put_down_to_the_calls_before() -> None:
    results = judged("def double(values):\n    return [v if v > 1 else 2 * v for v in values]\n")
    assert "first difference" in results["Oracle"].why
    assert not any("kept between calls" in result.why for result in results.values())
