"""What a verdict costs beyond the candidate's own CPU time, for each profile, warm and at first."""

import contextlib
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sharpen.content.library import Library
from sharpen.domain.problem import Problem, Profile
from sharpen.domain.verdict import Kind, Verdict, overall
from sharpen.judge import LocalJudge
from tests.bench.timing import cold_numpy, seconds, summary
from tests.judge.conftest import DOUBLING, problem_in

ROUNDS = 25
SECONDS_OF_LOAD = 5.0
SEED = 1
"""What is drawn for an attempt is drawn anew for each verdict."""


@dataclass(frozen=True)
class Task:
    """A problem to judge the model solution of."""

    folder: Path
    problem: Problem

    @property
    def source(self) -> str:
        return (self.folder / "solution.py").read_text()


def measure() -> dict[str, Any]:
    """Overheads by profile, the first verdict, throughput, and the yardstick between them."""
    library = Library.open()
    with tempfile.TemporaryDirectory() as cache:
        return {
            "warm": {profile.value: _warm(library, profile, Path(cache)) for profile in _profiles(library)},
            "first": _first(library, Path(cache)),
            "per_second": {
                name: {str(workers): _throughput(task, workers, Path(cache)) for workers in (1, 2)}
                for name, task in _throughput_tasks(library).items()
            },
            "cold_numpy": summary([cold_numpy() for _ in range(10)]),
        }


def _profiles(library: Library) -> list[Profile]:
    return [profile for profile in Profile if any(p.profile is profile for p in library.problems.values())]


def _warm(library: Library, profile: Profile, cache: Path) -> dict[str, Any]:
    """Overhead over the problems of the profile whose checks do not run the model solution beside the candidate's.

    A small one of the judge's own tests is among them wherever there is NumPy, so that no profile is without.
    """
    overheads, whole = [], []
    with contextlib.closing(LocalJudge(_folder(library), warm=[profile], cache=cache)) as judge:
        tasks = [Task(library.problems.folder(p.slug), p) for p in library.problems.values() if p.profile is profile]
        if profile is not Profile.STDLIB:
            tasks.append(Task(DOUBLING, replace(problem_in(DOUBLING), profile=profile)))
        tasks = [task for task in tasks if not _timed(judge, task)]
        for _ in range(ROUNDS):
            for task in tasks:
                wall, cpu = _judged(judge, task)
                overheads.append(wall - cpu)
                whole.append(wall)
    return {"overhead": summary(overheads), "whole": summary(whole), "problems": len(tasks)}


def _folder(library: Library) -> Callable[[str], Path]:
    """Where problems lie: those of the library, and the small one of the judge's own tests."""
    return lambda slug: library.problems.folder(slug) if slug in library.problems else DOUBLING


def _timed(judge: LocalJudge, task: Task) -> bool:
    """Whether a check runs the model solution beside the candidate's; this also warms the problem up."""
    kinds = {result.kind for result in judge.judge(task.problem, task.source)}
    return bool(kinds & {Kind.GROWTH, Kind.MEMORY})


def _judged(judge: LocalJudge, task: Task) -> tuple[float, float]:
    started = time.perf_counter()
    results = list(judge.judge(task.problem, task.source, seed=SEED))
    wall = time.perf_counter() - started
    if overall(results) is not Verdict.ACCEPTED:
        raise AssertionError(f"{task.problem.slug}: the model solution was not accepted: {results}")
    return wall, sum(result.cpu_ms for result in results) / 1e3


def _first(library: Library, cache: Path) -> dict[str, float]:
    """From a judge that does not exist to its first verdict, on a problem prepared before."""
    task = Task(library.problems.folder("k-means"), library.problems["k-means"])

    def start_and_judge() -> None:
        with contextlib.closing(
            LocalJudge(lambda _slug: task.folder, warm=[task.problem.profile], cache=cache)
        ) as judge:
            _judged(judge, task)

    start_and_judge()
    return summary([seconds(start_and_judge) for _ in range(8)])


def _throughput_tasks(library: Library) -> dict[str, Task]:
    """A trivial problem, and a real one of ten checks."""
    real = "averaged-perceptron"
    return {
        "four small checks": Task(DOUBLING, problem_in(DOUBLING)),
        "a problem of ten checks": Task(library.problems.folder(real), library.problems[real]),
    }


def _throughput(task: Task, workers: int, cache: Path) -> float:
    """Verdicts a second, from as many threads as there are workers."""
    with contextlib.closing(LocalJudge(lambda _slug: task.folder, workers, [task.problem.profile], cache)) as judge:
        _judged(judge, task)
        count = 0
        lock = threading.Lock()
        end = time.perf_counter() + SECONDS_OF_LOAD

        def keep_judging() -> None:
            nonlocal count
            while time.perf_counter() < end:
                _judged(judge, task)
                with lock:
                    count += 1

        threads = [threading.Thread(target=keep_judging) for _ in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return round(count / SECONDS_OF_LOAD, 1)
