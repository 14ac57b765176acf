"""Proof of how far checks reach: to every corner of the declared ranges, and to biases of a declared size."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sharpen.authoring.finding import Finding
from sharpen.authoring.ranges import Range, tried, untried
from sharpen.authoring.signatures import Role, targets
from sharpen.checks.check import Ask, apart
from sharpen.domain.problem import Problem

if TYPE_CHECKING:
    from sharpen.judge.prepared import Prepared


def prove_reach(problem: Problem, ranges: Mapping[str, Range], prepared: "Prepared") -> Iterator[Finding]:
    """The corners of the declared ranges that no check visits, and the statistics that do not say what they detect."""
    found = list(targets(prepared.model, problem.entry))
    cases = [
        one
        for number, check in enumerate(prepared.checks)
        for case in prepared.cases(number)
        for one in apart(check, case)
    ]
    calls = [call for case in cases for call in (case.call, *(case.asks or ()))]
    if ranges or not any(target.named(*Role) for target in found):
        yield from untried(prepared.folder / "problem.toml", ranges, tried(calls, found), found)
    else:
        do = "Say in `[ranges.ARGUMENT]` what the statement allows; docs/writing-problems.md has an example."
        yield Finding(prepared.folder / "problem.toml", 0, "The ranges of the arguments are not declared.", do)
    yield from _undetecting(prepared)


def _undetecting(prepared: "Prepared") -> Iterator[Finding]:
    for check in prepared.checks:
        if check.ask is Ask.ANSWERS and check.detects >= 1:
            what = f"{check.name!r} does not say how small a bias it detects."
            do = "Give it `detects=`, the share of wrong answers that it notices with probability 0.999."
            yield Finding(prepared.folder / "checks.py", 0, what, do)
