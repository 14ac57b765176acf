"""Attempts: what a learner submitted, kept from before it is judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sharpen.domain.verdict import CheckResult, Verdict

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
    NOTEBOOK = "notebook"


class Progress(StrEnum):
    """How a learner stands with a problem."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"
    RUSTY = "rusty"


@dataclass(frozen=True)
class Attempt:
    """One submission by one learner. Times are UTC; `verdict` is None until it is finished.

    `hints` counts the hints seen and `peeked` says whether the solution was shown before it was
    accepted, both at the time of the attempt; `seconds` is how long the learner worked on it.
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

    @property
    def accepted(self) -> bool:
        return self.verdict is Verdict.ACCEPTED


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
