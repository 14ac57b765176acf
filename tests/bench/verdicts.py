"""What a verdict costs beyond the candidate's own CPU time, for each profile, warm and at first."""

import contextlib
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from sharpen.content.library import Library
from sharpen.domain.problem import Problem, Profile
from sharpen.domain.verdict import Kind, Verdict, overall
from sharpen.judge import LocalJudge
from tests.bench.timing import cold_numpy, seconds, summary

ROUNDS = 25
SECONDS_OF_LOAD = 5.0


def measure() -> dict[str, Any]:
    """Overheads by profile, the first verdict, throughput, and the yardstick between them."""
    library = Library.open()
    with tempfile.TemporaryDirectory() as cache:
        return {
            "warm": {profile.value: _warm(library, profile, Path(cache)) for profile in _profiles(library)},
            "first": _first(library, Path(cache)),
            "per_second": {str(workers): _throughput(library, workers, Path(cache)) for workers in (1, 2)},
            "cold_numpy": summary([cold_numpy() for _ in range(10)]),
        }


def _profiles(library: Library) -> list[Profile]:
    return [profile for profile in Profile if any(p.profile is profile for p in library.problems.values())]


def _warm(library: Library, profile: Profile, cache: Path) -> dict[str, Any]:
    """Overhead over every problem of the profile that is not timed against the model solution itself."""
    overheads, whole = [], []
    with contextlib.closing(LocalJudge(warm=[profile], cache=cache)) as judge:
        problems = [p for p in library.problems.values() if p.profile is profile and not _timed(judge, library, p)]
        for _ in range(ROUNDS):
            for problem in problems:
                wall, cpu = _judged(judge, library, problem)
                overheads.append(wall - cpu)
                whole.append(wall)
    return {"overhead": summary(overheads), "whole": summary(whole), "problems": len(problems)}


def _timed(judge: LocalJudge, library: Library, problem: Problem) -> bool:
    """Whether a check runs the model solution beside the candidate's; this also warms the problem up."""
    source = library.solution(problem.slug)
    kinds = {result.kind for result in judge.judge(library.folder(problem.slug), problem, source)}
    return bool(kinds & {Kind.GROWTH, Kind.MEMORY})


def _judged(judge: LocalJudge, library: Library, problem: Problem) -> tuple[float, float]:
    started = time.perf_counter()
    results = list(judge.judge(library.folder(problem.slug), problem, library.solution(problem.slug)))
    wall = time.perf_counter() - started
    if overall(results) is not Verdict.ACCEPTED:
        raise AssertionError(f"{problem.slug}: the model solution was not accepted: {results}")
    return wall, sum(result.cpu_ms for result in results) / 1e3


def _first(library: Library, cache: Path) -> dict[str, float]:
    """From a judge that does not exist to its first verdict, on a problem prepared before."""
    problem = library.problems["k-means"]

    def start_and_judge() -> None:
        with contextlib.closing(LocalJudge(warm=[problem.profile], cache=cache)) as judge:
            _judged(judge, library, problem)

    start_and_judge()
    return summary([seconds(start_and_judge) for _ in range(8)])


def _throughput(library: Library, workers: int, cache: Path) -> float:
    """Verdicts a second on the quickest NumPy problem, from as many threads as there are workers."""
    problem = library.problems["perceptron"]
    with contextlib.closing(LocalJudge(workers=workers, warm=[problem.profile], cache=cache)) as judge:
        _judged(judge, library, problem)
        count = 0
        lock = threading.Lock()
        end = time.perf_counter() + SECONDS_OF_LOAD

        def keep_judging() -> None:
            nonlocal count
            while time.perf_counter() < end:
                _judged(judge, library, problem)
                with lock:
                    count += 1

        threads = [threading.Thread(target=keep_judging) for _ in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return round(count / SECONDS_OF_LOAD, 1)
