"""Solving: submit code, have it judged, run a case, look back at attempts and progress."""

from collections.abc import Iterator

from sharpen.domain.attempt import Attempt, Origin, Progress
from sharpen.domain.verdict import CaseResult, CheckResult
from sharpen.practice.workspace import Workspace


def submit(ws: Workspace, slug: str, source: str, *, origin: Origin, seconds: float = 0.0) -> Attempt:
    """Keep a submission, in state JUDGING, before anything runs; `judge` then judges it.

    `seconds` is how long the learner worked on it. Raises NoSuchProblem, and BadText for code that
    is too long or not valid text.
    """
    raise NotImplementedError


def judge(ws: Workspace, attempt_id: str) -> Iterator[CheckResult]:
    """Judge an attempt and yield what each check finds; the verdict is saved after the last one.

    An attempt that is finished is not judged again: its results are yielded as they were saved. An
    interrupted one is judged anew, by the problem as it is now. When the judge breaks, or nobody
    reads on, the attempt becomes INTERRUPTED, with the results so far. Raises NoSuchAttempt,
    NoSuchProblem, JudgingInterrupted.
    """
    raise NotImplementedError


def run(ws: Workspace, slug: str, source: str, case: str) -> CaseResult:
    """Run the learner's own case, one Python call, on their code and on the model solution.

    Nothing is saved. Raises NoSuchProblem, BadText, JudgingInterrupted.
    """
    raise NotImplementedError


def attempt(ws: Workspace, attempt_id: str) -> Attempt:
    """One attempt, whole. Raises NoSuchAttempt."""
    raise NotImplementedError


def attempts(ws: Workspace, slug: str, limit: int = 100, offset: int = 0) -> list[Attempt]:
    """The attempts at a problem, newest first, without `source` and `results`: ask `attempt` for those.

    Raises NoSuchProblem.
    """
    raise NotImplementedError


def history(ws: Workspace, limit: int = 50, offset: int = 0) -> list[Attempt]:
    """Attempts at any problem, newest first, without `source` and `results`.

    They may be at problems that the content no longer has.
    """
    raise NotImplementedError


def count(ws: Workspace, slug: str | None = None) -> int:
    """How many attempts there are, at one problem or at all."""
    raise NotImplementedError


def progress(ws: Workspace) -> dict[str, Progress]:
    """How the learner stands with every problem of the library, by slug and in its order."""
    raise NotImplementedError


def last_worked(ws: Workspace) -> str | None:
    """The problem last submitted or typed at, or None on the first day."""
    raise NotImplementedError
