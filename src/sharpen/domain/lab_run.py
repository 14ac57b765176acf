"""Runs of labs: the design a learner is writing, and what became of each run of it."""

import ast
import io
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sharpen.domain.lab_report import LabReport
from sharpen.domain.syntax import parse

LONGEST_NAME = 44
"""Characters of a design's own title that are part of its run's name."""


class RunState(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    """The design failed."""
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    """Its process died, or the lab could not be run here."""


@dataclass(frozen=True)
class DesignDraft:
    """The design.py that a learner is writing for a lab, and the predictions beside it, as they were typed.

    `before` is the source that a reset replaced; empty where none did.
    """

    learner: str
    lab: str
    source: str
    predictions: str
    updated: datetime
    before: str = ""

    @property
    def version(self) -> str:
        """What a page says that it last saw: when the draft changed."""
        return self.updated.isoformat()


@dataclass(frozen=True)
class RunFailure:
    """Why a run has no report: the stage, the day and the request where the design failed, its line, and the trace.

    Without a stage it was not the design that failed.
    """

    why: str
    stage: str = ""
    day: int | None = None
    request: str = ""
    line: int = 0
    traceback: str = ""
    printed: Mapping[str, str] = field(default_factory=dict)
    """What the design printed until then, by stage; the first of it."""

    @property
    def place(self) -> str:
        """Where it happened, in words; empty where it was not in a stage."""
        day = f"day {self.day}" if self.day is not None else ""
        return ", ".join(filter(None, (self.stage, day, self.request)))


@dataclass(frozen=True)
class LabRun:
    """One run of a design. Times are UTC; predictions are as they were typed before it began.

    A short run has half the days and half the requests, and says less.
    """

    id: str
    learner: str
    lab: str
    version: str
    seed: int
    short: bool
    started: datetime
    source: str = ""
    predictions: str = ""
    state: RunState = RunState.RUNNING
    finished: datetime | None = None
    failure: RunFailure | None = None
    report: LabReport | None = None

    @property
    def title(self) -> str:
        """The first line of what the design says of itself, its docstring; empty where it says nothing."""
        try:
            said = ast.get_docstring(parse(_first_statement(self.source))) or ""
        except (SyntaxError, ValueError, RecursionError, MemoryError, tokenize.TokenError):
            return ""
        return said.partition("\n")[0].strip()

    def name(self, number: int) -> str:
        """What it is called among the runs of its lab, of which it is the `number`-th: by that and its title."""
        title = self.title.rstrip(".")
        short = title if len(title) <= LONGEST_NAME else f"{title[: LONGEST_NAME - 1].rstrip()}…"
        return f"run {number}: {short}" if short else f"run {number}"

    @property
    def score(self) -> float | None:
        return self.report.score if self.report else None


def _first_statement(source: str) -> str:
    """The lines up to the end of the first statement: to parse all of a design takes a hundred times as long."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NEWLINE:
            return "".join(io.StringIO(source).readlines()[: token.end[0]])
    return source
