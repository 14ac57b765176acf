"""However busy the machine: a right answer is accepted, and one of the next class of complexity is not."""

import contextlib
import multiprocessing
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from sharpen.content.library import Library
from sharpen.domain.problem import Problem
from sharpen.domain.verdict import Kind, Verdict
from sharpen.judge import LocalJudge
from sharpen.judge.prepared import Prepared
from tests.sampling import of_today

LOADS = os.cpu_count() or 1
RIGHT, SLOW = 24, 6
"""Answers that are judged each time; `make strength` judges all."""
TIMES = int(os.environ.get("SHARPEN_GROWTH_TIMES", "200"))


def _spin() -> None:
    while True:
        sum(range(10_000))


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """An endless loop for each core, beside the other tests."""
    context = multiprocessing.get_context("spawn")
    loops = [context.Process(target=_spin, daemon=True) for _ in range(LOADS)]
    for loop in loops:
        loop.start()
    yield
    for loop in loops:
        loop.kill()
        loop.join()


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture
def judge(library: Library, tmp_path: Path) -> Iterator[LocalJudge]:
    with contextlib.closing(LocalJudge(library.problems.folder, workers=2, cache=tmp_path)) as judge:
        yield judge


Answer = tuple[Problem, str, str]
"""The problem, what the answer is called, and its source."""


def right_answers(library: Library) -> list[Answer]:
    """The model solution of every problem, and the other right answers that are kept with it."""
    found = [(problem, "solution", library.problems.solution(slug)) for slug, problem in library.problems.items()]
    for slug, problem in library.problems.items():
        folder = library.problems.folder(slug)
        found += [(problem, path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("right/*.py"))]
    return found


def too_slow(library: Library) -> list[tuple[Answer, str]]:
    """The traps that a check of growth must catch, and the name of that check."""
    found = []
    for slug, problem in library.problems.items():
        folder = library.problems.folder(slug)
        names = {check.name for check in Prepared(folder, problem.version, None).checks if check.kind is Kind.GROWTH}
        for path in sorted(folder.glob("traps/*.py")):
            source = path.read_text("utf-8")
            name = source.partition("\n")[0].removeprefix("# caught by: ")
            if name in names:
                found.append(((problem, path.stem, source), name))
    return found


def rejected(judge: LocalJudge, answers: Iterable[Answer]) -> list[str]:
    """What the judge has against these answers, judged in this order."""
    return [
        f"{problem.slug}: {called}: {result.name}: {result.verdict}: {result.why}"
        for problem, called, source in answers
        for result in judge.judge(problem, source)
        if not result.passed
    ]


def accepted(judge: LocalJudge, answers: Iterable[tuple[Answer, str]]) -> list[str]:
    """The answers that a check of this name lets pass, and that do not run out of time before."""
    return [
        f"{problem.slug}: {called}: {name}"
        for (problem, called, source), name in answers
        if not any(
            result.name == name or result.verdict is Verdict.TIME_LIMIT
            for result in judge.judge(problem, source)
            if not result.passed
        )
    ]


@pytest.mark.usefixtures("busy_machine")
def test_every_right_answer_is_accepted_on_a_busy_machine(library: Library, judge: LocalJudge) -> None:
    assert rejected(judge, of_today(right_answers(library), RIGHT)) == []


@pytest.mark.usefixtures("busy_machine")
def test_what_grows_too_fast_is_refused_on_a_busy_machine(library: Library, judge: LocalJudge) -> None:
    slow = too_slow(library)
    assert len(slow) > SLOW
    assert accepted(judge, of_today(slow, SLOW)) == []


@pytest.mark.slow
@pytest.mark.usefixtures("busy_machine")
def test_two_thousand_right_answers_are_accepted_on_a_busy_machine(library: Library, judge: LocalJudge) -> None:
    answers = right_answers(library)
    assert rejected(judge, islice(cycle(answers), 2000)) == []


@pytest.mark.slow
@pytest.mark.usefixtures("busy_machine")
def test_what_grows_too_fast_is_refused_every_time(library: Library, judge: LocalJudge) -> None:
    assert accepted(judge, too_slow(library) * 20) == []


@pytest.mark.slow
@pytest.mark.usefixtures("busy_machine")
def test_growth_of_general_coding_is_judged_alike_two_hundred_times(library: Library, tmp_path: Path) -> None:
    """Each check of growth alone: the model solution passes it, and each trap that it must catch does not."""
    drilled = library.outline.wanting("drill")
    slow = [(answer, name) for answer, name in too_slow(library) if answer[0].topic in drilled]
    folders = {
        slug: _growth_alone(library.problems.folder(slug), tmp_path / slug) for slug in {a[0].slug for a, _ in slow}
    }
    right = [(library.problems[slug], "solution", library.problems.solution(slug)) for slug in folders]
    with contextlib.closing(LocalJudge(folders.__getitem__, workers=2, cache=tmp_path / "cache")) as judge:
        assert rejected(judge, right * TIMES) == []
        assert accepted(judge, slow * TIMES) == []


def _growth_alone(folder: Path, copy: Path) -> Path:
    """A copy of a problem with its checks of growth alone."""
    shutil.copytree(folder, copy)
    with (copy / "checks.py").open("a") as checks:
        checks.write("\n\nCHECKS = [check for check in CHECKS if check.kind.value == 'growth']\n")
    return copy
