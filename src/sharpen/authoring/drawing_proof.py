"""Proof that right answers are right about whatever is drawn for an attempt, and that drawing takes no time."""

import copy
import random
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sharpen.authoring.finding import Finding
from sharpen.checks import Call, Check, trusted
from sharpen.checks.check import Candidate, Case
from sharpen.checks.sequences import outcomes
from sharpen.checks.showing import show_call
from sharpen.judge.questions import foreseen

if TYPE_CHECKING:
    from sharpen.judge.prepared import Prepared

FEW, MANY = 50, 1000
"""Seeds that are tried, and those that are with `--strength`."""
LONGEST = 0.01
"""CPU seconds that the case of one check may take to draw: every attempt waits for all of them."""


class _Here:
    """Code that is known to be right, as a candidate in this process."""

    def __init__(self, code: dict[str, Any]) -> None:
        self._code = code

    def answer(self, call: Call) -> Any:
        got = copy.deepcopy(call).made().on(self._code)
        return tuple(got) if isinstance(got, Iterator) else got

    def steps(self, call: Call) -> list[Any]:
        return outcomes(self._code[call.entry], call)


def prove_drawing(prepared: "Prepared", many: int, seed: int = 0) -> Iterator[Finding]:
    """The checks that draw what a right answer gets wrong, or that take long to draw; one finding each.

    So many seeds of attempts are tried, which `seed` decides, on the model solution and on what lies in `right/`.
    """
    folder = prepared.folder
    right = {path.name: trusted.run(path) for path in sorted(folder.glob("right/*.py"))}
    right["solution.py"] = prepared.solution
    seeds = random.Random(seed).sample(range(2**31), many)
    for check in prepared.checks:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            finding = _of_check(folder / "checks.py", check, right, seeds)
        if finding:
            yield finding


def _of_check(path: Path, check: Check, right: dict[str, dict[str, Any]], seeds: list[int]) -> Finding | None:
    """What is wrong with a check, given right answers by the names of their files."""
    quickest = float("inf")
    for seed in seeds:
        started = time.thread_time()
        try:
            cases = check.draw(right["solution.py"], seed)
            quickest = min(quickest, time.thread_time() - started)
            fault = next(filter(None, (_fault(check, case, right) for case in cases)), "")
        except Exception as problem:
            fault = f"it raises {type(problem).__name__}: {problem}"
        if fault:
            do = "Mend the inputs or the check, or draw nothing for it: `drawn=False`."
            return Finding(path, 0, f"For the seed {seed}, {check.name!r} draws what does not work: {fault}.", do)
    if quickest > LONGEST:
        what = f"Drawing a case of {check.name!r} takes {quickest * 1e3:.0f} ms of each attempt."
        return Finding(path, 0, what, "Where `expected` is slow, add `drawn=checks.reference`; else `drawn=False`.")
    return None


def _fault(check: Check, case: Case, right: dict[str, dict[str, Any]]) -> str:
    for name, code in right.items():
        finding = check.examine(cast(Candidate, _Here(code)), case)
        if finding:
            return f"{name} is refused for {show_call(case.call, longest=400)}: {finding.why}"
    foreseen(check, case)  # raises where a child cannot be asked
    return ""
