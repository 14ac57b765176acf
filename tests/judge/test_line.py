"""Submitters are served in the order in which they came; preparing in the background keeps nobody waiting."""

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sharpen.domain.problem import Problem
from sharpen.domain.verdict import Verdict, overall
from sharpen.judge import LocalJudge
from sharpen.judge.line import Line
from tests.judge.conftest import DOUBLING


class Submitter(threading.Thread):
    """Stands in the line and notes what it is told; `comes` returns once it knows its place."""

    def __init__(self, line: Line, served: list[str], name: str) -> None:
        super().__init__(name=name, daemon=True)
        self.line, self.served = line, served
        self.told: list[int] = []
        self.knows = threading.Event()

    def run(self) -> None:
        with self.line.place(self.hear):
            self.served.append(self.name)

    def hear(self, ahead: int) -> None:
        self.told.append(ahead)
        self.knows.set()
        if self.name == "leaves" and ahead == 2:
            raise KeyboardInterrupt

    def comes(self) -> "Submitter":
        self.start()
        assert self.knows.wait(30)
        return self


def test_who_came_first_is_served_first_and_knows_their_place() -> None:
    line, served = Line(1), list[str]()
    with line.place():
        waiting = [Submitter(line, served, str(number)).comes() for number in range(20)]
        assert [submitter.told for submitter in waiting] == [[number] for number in range(1, 21)]
    for submitter in waiting:
        submitter.join(30)
    assert served == [str(number) for number in range(20)]
    for submitter in waiting:
        assert submitter.told[-1] == 0
        assert submitter.told == sorted(submitter.told, reverse=True)


def test_who_need_not_wait_is_told_nothing() -> None:
    told: list[int] = []
    with Line(2).place(told.append), Line(2).place(told.append):
        assert told == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_who_leaves_the_line_keeps_nobody_from_moving_up() -> None:
    line, served = Line(1), list[str]()
    with line.place():
        first = Submitter(line, served, "first").comes()
        Submitter(line, served, "leaves").comes().join(30)
        last = Submitter(line, served, "last").comes()
        assert last.told == [2]
    for submitter in (first, last):
        submitter.join(30)
    assert served == ["first", "last"]
    with line.place():
        pass


SLOW_CHECKS = """
import os, time
from pathlib import Path
from sharpen import checks

HERE = Path({folder!r})

def expected(values):
    with (HERE / "prepared").open("a") as log:
        log.write(f"{{os.getpid()}}\\n")
    while not (HERE / "go on").exists():
        time.sleep(0.01)
    return [2 * value for value in values]

CHECKS = [checks.oracle("Slow to prepare", "double", [([1, 2],)], expected=expected)]
"""


@pytest.fixture
def slow(tmp_path: Path, right: str) -> Path:
    """The folder of a problem whose preparing ends when there is a file called `go on` in it."""
    folder = tmp_path / "slow"
    folder.mkdir()
    (folder / "solution.py").write_text(right)
    (folder / "checks.py").write_text(SLOW_CHECKS.format(folder=str(folder)))
    return folder


def renamed(problem: Problem, slug: str) -> Problem:
    return problem.__class__(**{**vars(problem), "slug": slug, "version": slug})


def test_preparing_blocks_nobody_and_is_done_once(doubling: Problem, right: str, slow: Path, tmp_path: Path) -> None:
    folders: Callable[[str], Path] = {"slow": slow, "doubling": DOUBLING}.__getitem__
    hard = renamed(doubling, "slow")
    verdicts: list[Verdict] = []
    with contextlib.closing(LocalJudge(folders, cache=tmp_path / "cache")) as judge:
        judge.prepare([hard])
        waits = threading.Thread(target=lambda: verdicts.append(overall(list(judge.judge(hard, right)))), daemon=True)
        waits.start()
        assert overall(list(judge.judge(doubling, right))) is Verdict.ACCEPTED  # meanwhile, with one place
        assert verdicts == []
        (slow / "go on").touch()
        waits.join(60)
    assert verdicts == [Verdict.ACCEPTED]
    assert len((slow / "prepared").read_text().split()) == 1


def test_a_problem_that_cannot_be_prepared_is_told_to_whoever_submits(
    doubling: Problem, right: str, tmp_path: Path
) -> None:
    (tmp_path / "solution.py").write_text(right)
    (tmp_path / "checks.py").write_text("import nonsense\n")
    folders: Callable[[str], Path] = {"broken": tmp_path, "doubling": DOUBLING}.__getitem__
    with contextlib.closing(LocalJudge(folders, cache=tmp_path / "cache")) as judge:
        judge.prepare([renamed(doubling, "broken"), doubling])
        (result,) = judge.judge(renamed(doubling, "broken"), right)
        assert result.verdict is Verdict.JUDGE_ERROR
        assert overall(list(judge.judge(doubling, right))) is Verdict.ACCEPTED
