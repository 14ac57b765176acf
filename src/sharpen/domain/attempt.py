"""Attempts: what a learner submitted, kept from before it is judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sharpen.domain.verdict import CheckResult, Kind, Verdict, first_failure, passed_of

RUSTY_AFTER = timedelta(days=30)


class State(StrEnum):
    """Where judging an attempt stands."""

    JUDGING = "judging"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"


class Origin(StrEnum):
    """Where an attempt came from."""

    WEB = "web"
    TERMINAL = "terminal"
    WATCH = "watch"
    """A save, while `sharpen check --watch` looked at the file."""
    NOTEBOOK = "notebook"

    @property
    def place(self) -> str:
        """Where that is, in a word for people."""
        return {Origin.WEB: "browser", Origin.WATCH: "terminal"}.get(self, self.value)


class Progress(StrEnum):
    """How a learner stands with a problem."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"
    RUSTY = "rusty"

    @property
    def is_solved(self) -> bool:
        """Whether it was solved, however long ago."""
        return self in (Progress.SOLVED, Progress.RUSTY)


@dataclass(frozen=True)
class Attempt:
    """One submission by one learner. Times are UTC; `verdict` is None until it is finished.

    `hints` counts the hints seen and `peeked` says whether the solution was shown before it was
    accepted, both at the time of the attempt; `seconds` is how long the learner worked on it. `seed` decides the
    inputs that are drawn for it alone; where it is None, as in those of before there were any, there are none.
    """

    id: str
    learner: str
    problem: str
    version: str
    source: str
    origin: Origin
    created: datetime
    state: State = State.JUDGING
    verdict: Verdict | None = None
    results: tuple[CheckResult, ...] = ()
    finished: datetime | None = None
    cpu_ms: float = 0.0
    hints: int = 0
    peeked: bool = False
    seconds: float = 0.0
    seed: int | None = None

    @property
    def accepted(self) -> bool:
        return self.verdict is Verdict.ACCEPTED

    @property
    def passed(self) -> tuple[int, int]:
        """How many checks passed, and of how many; (0, 0) where none was looked at."""
        return passed_of(self.results) if self.results else (0, 0)

    @property
    def failing(self) -> str:
        """What failed first, in words; empty where nothing did."""
        failure = first_failure(self.results)
        return failure.heading if failure else ""

    @property
    def unfinished(self) -> bool:
        """The code was not ready to be judged: it did not load, or a part of it was not written yet."""
        failure = first_failure(self.results)
        return failure is not None and (failure.kind is Kind.LOAD or failure.unwritten)


@dataclass(frozen=True)
class Submitted:
    """What statistics ask of an attempt: at which problem, when (UTC), how it went, and how long the work on it was."""

    problem: str
    created: datetime
    verdict: Verdict | None
    seconds: float


def wrong_tries(attempts: Iterable[Attempt]) -> int:
    """How many wrong submissions these attempts at one problem are.

    Unfinished code is none, the same code counts once, and all that was saved while watching counts once: who
    saves does not say that they are done.
    """
    wrong = [each for each in attempts if each.verdict and each.verdict.wrong and not each.unfinished]
    submitted = {each.source for each in wrong if each.origin is not Origin.WATCH}
    return len(submitted) + any(each.origin is Origin.WATCH for each in wrong)


def progress(verdicts: Iterable[tuple[datetime, Verdict | None]], now: datetime) -> Progress:
    """How a learner stands after attempts with these creation times and verdicts, as of `now`.

    Rusty is solved, but last accepted more than 30 days ago.
    """
    tried, solved = False, None
    for created, verdict in verdicts:
        tried = True
        if verdict is Verdict.ACCEPTED and (solved is None or created > solved):
            solved = created
    if solved is None:
        return Progress.TRIED if tried else Progress.NEW
    return Progress.RUSTY if now - solved > RUSTY_AFTER else Progress.SOLVED
