"""A right answer is never rejected because the machine is busy."""

import contextlib
import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharpen.content.library import Library
from sharpen.domain.verdict import Verdict, overall
from sharpen.judge import LocalJudge

LOADS = 2 * (os.cpu_count() or 1)


def _spin() -> None:
    while True:
        sum(range(10_000))


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Twice as many endless loops as there are cores."""
    context = multiprocessing.get_context("spawn")
    loops = [context.Process(target=_spin, daemon=True) for _ in range(LOADS)]
    for loop in loops:
        loop.start()
    yield
    for loop in loops:
        loop.kill()
        loop.join()


def rejected(library: Library, slugs: list[str], cache: Path) -> list[str]:
    """What the judge has against the model solutions of these problems, judged in this order."""
    found = []
    with contextlib.closing(LocalJudge(library.problems.folder, workers=2, cache=cache)) as judge:
        for slug in slugs:
            problem = library.problems[slug]
            results = list(judge.judge(problem, library.problems.solution(slug)))
            if overall(results) is not Verdict.ACCEPTED:
                found += [f"{slug}: {r.name}: {r.verdict}: {r.why}" for r in results if not r.passed]
    return found


@pytest.mark.usefixtures("busy_machine")
def test_every_model_solution_is_accepted_on_a_busy_machine(tmp_path: Path) -> None:
    library = Library.open()
    assert rejected(library, list(library.problems), tmp_path) == []


@pytest.mark.slow
@pytest.mark.usefixtures("busy_machine")
def test_two_thousand_right_answers_are_accepted_on_a_busy_machine(tmp_path: Path) -> None:
    library = Library.open()
    slugs = list(library.problems)
    assert rejected(library, [slugs[i % len(slugs)] for i in range(2000)], tmp_path) == []
