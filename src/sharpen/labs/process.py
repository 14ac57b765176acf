"""The process that runs one design in one lab, and ends: `python -m sharpen.labs.process`, its line as standard input.

The world is here, the design in a child of the sandbox. Whoever started it ends the run by ending this process.
"""

import os
import signal
import socket
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from sharpen.domain.lab import Budget, Stage
from sharpen.domain.problem import Profile
from sharpen.labs.errors import DesignFailed, LabBroken
from sharpen.labs.interface import RunRequest
from sharpen.sandbox.channel import Channel
from sharpen.sandbox.codec import pack_question, unpack_question
from sharpen.sandbox.failures import Interrupted
from sharpen.sandbox.isolation import die_with_parent
from sharpen.sandbox.nursery import Nursery, NurseryGone, ProfileMissing, nursery

INSTALL = "Labs need a few more packages: pip install 'sharpen[labs]'"
OFTEN = 0.1
"""Seconds between two reports of progress."""


def main() -> None:
    """Carry out one request."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = Channel(socket.socket(fileno=os.dup(0)))
    children = nursery(Profile.LAB)  # imports its packages while this process does
    try:
        request = RunRequest.read(unpack_question(*line.receive()))
        line.send(pack_question(_last_word(request, children, line)))
    except EOFError:
        sys.exit(0)
    finally:
        children.close()


def _last_word(request: RunRequest, children: Nursery, line: Channel) -> list[Any]:
    """The last word of a run: its report, or why there is none."""
    from sharpen.labs.run import run

    tell = _Teller(line, request.lab.budget)
    kept = Path(request.kept) if request.kept else None
    try:
        report = run(
            request.lab,
            Path(request.folder),
            request.source,
            children,
            request.seed,
            tell.heard,
            request.predictions,
            short=request.short,
            kept=kept,
            data=Path(request.data) if request.data else None,
        )
        return ["report", report.document()]
    except DesignFailed as problem:
        place = {"stage": problem.stage, "day": problem.day, "request": problem.request}
        return ["failed", {**place, **_told(problem)}]
    except ProfileMissing as problem:
        return ["broken", f"{INSTALL} ({problem})."]
    except (LabBroken, Interrupted, NurseryGone) as problem:
        return ["broken", f"The run was disturbed: {problem}."]
    except Exception as problem:
        trace = "".join(traceback.format_exception(problem, limit=-3))
        return ["broken", f"This lab failed itself, which is not your design's fault: {trace}"]


def _told(problem: DesignFailed) -> dict[str, Any]:
    return {"why": problem.why, "line": problem.line, "traceback": problem.traceback, "printed": problem.printed}


class _Teller:
    """Sends progress, and not too often; the stages count by their budgets."""

    def __init__(self, line: Channel, budget: Budget) -> None:
        self._line, self._budget, self._last = line, budget, 0.0

    def heard(self, stage: Stage, share: float) -> None:
        """Take note of the share of a stage that is done."""
        now = time.monotonic()
        if now - self._last < OFTEN and share < 1:
            return
        self._last = now
        stages = list(Stage)
        done = sum(self._budget.of(each) for each in stages[: stages.index(stage)]) + share * self._budget.of(stage)
        whole = done / sum(map(self._budget.of, stages))
        self._line.send(pack_question(["progress", [stage.value, share, whole]]))


if __name__ == "__main__":
    main()
