"""Measures one checkout's judge on request; `against.py` runs one such process for each of two checkouts.

It imports nothing of the tests and speaks to both forms of the judge: that of today, and that of commit 5bb5828,
which was given the folder of a problem. Run as `python probe.py` by the interpreter of the checkout it measures; each
line of its standard input names a measurement, and it answers with a line of JSON.
"""

import contextlib
import inspect
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sharpen.content.library import Library
from sharpen.domain.problem import Problem, Profile
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.judge import LocalJudge

SECONDS_OF_LOAD = 3.0
PAUSE = 0.002
"""Seconds between two verdicts that are timed: nobody submits twice in that time."""
TEN_CHECKS = "averaged-perceptron"
OLD = "folder" in inspect.signature(LocalJudge.judge).parameters

library: Any = Library.open()
folder, solution = (library.folder, library.solution) if OLD else (library.problems.folder, library.problems.solution)
cache = Path(tempfile.mkdtemp(prefix="sharpen-bench-"))


def judge_of(workers: int = 1) -> LocalJudge:
    """A judge of this checkout."""
    if OLD:
        return LocalJudge(workers=workers, warm=[Profile.NUMPY], cache=cache)
    return LocalJudge(folder, workers=workers, warm=[Profile.NUMPY], cache=cache)


def results(judge: LocalJudge, problem: Problem, source: str) -> Iterator[CheckResult]:
    """What the judge says, result by result."""
    judging: Any = judge.judge
    return judging(folder(problem.slug), problem, source) if OLD else judging(problem, source)


def judged(judge: LocalJudge, problem: Problem) -> tuple[float, float]:
    """Wall seconds of the whole verdict on the model solution, and the CPU seconds of its own code in it."""
    time.sleep(PAUSE)
    started = time.perf_counter()
    found = list(results(judge, problem, solution(problem.slug)))
    wall = time.perf_counter() - started
    if not all(result.passed for result in found):
        raise AssertionError(f"{problem.slug}: the model solution was not accepted: {found}")
    return wall, sum(result.cpu_ms for result in found) / 1e3


def whole() -> dict[str, float]:
    """Wall milliseconds of the verdict on every model solution, by problem."""
    return {p.slug: judged(judge, p)[0] * 1e3 for p in problems}


def untimed() -> dict[str, tuple[float, float]]:
    """Wall and own CPU milliseconds by problem, over numpy problems in which nothing is timed beside the model."""
    return {p.slug: (wall * 1e3, cpu * 1e3) for p in plain for wall, cpu in [judged(judge, p)]}


def failing() -> dict[str, float]:
    """Milliseconds until the first failing check is shown, for one wrong answer per problem (its first trap)."""
    found = {}
    for p in problems:
        source = min((folder(p.slug) / "traps").glob("*.py")).read_text()
        time.sleep(PAUSE)
        started = time.perf_counter()
        shown = results(judge, p, source)
        first = next(result for result in shown if not result.passed)
        found[p.slug] = (time.perf_counter() - started) * 1e3
        assert first.verdict is not Verdict.JUDGE_ERROR, first.why
        list(shown)
    return found


def per_second(workers: int) -> float:
    """Verdicts per second on a problem of ten checks, from as many threads as there are workers."""
    counts, ten = [0] * workers, library.problems[TEN_CHECKS]
    with contextlib.closing(judge_of(workers)) as own:
        for _ in range(2 * workers):
            judged(own, ten)
        end = time.perf_counter() + SECONDS_OF_LOAD

        def work(turn: int) -> None:
            while time.perf_counter() < end:
                list(results(own, ten, solution(TEN_CHECKS)))
                counts[turn] += 1

        threads = [threading.Thread(target=work, args=(turn,)) for turn in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return sum(counts) / SECONDS_OF_LOAD


problems = list(library.problems.values())
judge = judge_of()
for one in problems:  # twice, so that what is kept on disk has been read as well
    judged(judge, one)
plain = [
    p
    for p in problems
    if p.profile is Profile.NUMPY
    and not {Kind.GROWTH, Kind.MEMORY} & {r.kind for r in results(judge, p, solution(p.slug))}
]

MEASURES = {
    "whole": whole,
    "untimed": untimed,
    "failing": failing,
    "one worker": lambda: per_second(1),
    "two workers": lambda: per_second(2),
}


def main() -> None:
    """Answer until the input ends."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    print(json.dumps("ready"), file=answers)
    for line in sys.stdin:
        print(json.dumps(MEASURES[line.strip()]()), file=answers)
    judge.close()


if __name__ == "__main__":
    main()
