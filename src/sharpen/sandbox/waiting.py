"""The watch: waits for an answer of one submission while it attends to all that run side by side, and how long."""

import math
import select
import time
from typing import TYPE_CHECKING

from sharpen.checks.check import Failed
from sharpen.domain.problem import Limits
from sharpen.domain.verdict import Verdict
from sharpen.sandbox.failures import Interrupted, over_cpu_time

if TYPE_CHECKING:
    from sharpen.sandbox.submission import Asked, Submission


NAP = 0.0001
"""Seconds to look away before waiting at the lines. Linux wakes whoever waits at a socket on the processor of the
writer: woken by every answer, we would take turns with the child on one processor, with another idle."""
GRACE = 10
"""How many times the wall limit a starved process may take in all, before we give up on the machine."""


class Watch:
    """The submissions of one examination. Each is held to its own limits, whichever of them is waited for."""

    def __init__(self) -> None:
        self._watched: list[Submission] = []

    def add(self, submission: "Submission") -> None:
        """Attend to a submission from now on."""
        self._watched.append(submission)

    def remove(self, submission: "Submission") -> None:
        """Attend to it no longer."""
        if submission in self._watched:
            self._watched.remove(submission)

    def attend(self, waited: float = 0.0) -> None:
        """Send and take whatever can be sent and taken at once."""
        for submission in self._watched:
            submission.attend(waited)

    def until(self, asked: "Asked") -> None:
        """Return when an answer has come, or is known not to come. Raises Interrupted."""
        self.attend()
        if not asked.done:
            time.sleep(NAP)
            self.attend(NAP)
        while not asked.done:
            patience = min(submission.patience() for submission in self._watched)
            if not asked.done:
                self.attend(self._waited(patience))

    def _waited(self, patience: float) -> float:
        """Wait until something can be sent or taken; seconds that took."""
        poll = select.poll()
        for submission in self._watched:
            if submission.awaited:
                poll.register(submission.line, submission.events)
        started = time.monotonic()
        # One extra millisecond, so that a deadline has truly passed when patience is asked again.
        poll.poll(None if patience == math.inf else patience * 1000 + 1)
        return time.monotonic() - started


def seconds_left(limits: Limits, cpu: float, used: float, waited: float, starved: float) -> float:
    """Seconds that a child may still be waited for, which has used so much CPU time and was waited for so long.

    `cpu` is what it may use of `limits.cpu` itself; time in which it was starved of a processor is not held against
    it. Raises Failed when there are none left, Interrupted when the machine is to blame.
    """
    if used >= cpu:
        raise over_cpu_time(limits)
    charged = waited - (starved if waited >= limits.wall else 0.0)
    if charged >= limits.wall:
        why = f"it took more than {limits.wall:g} s, only {used:.1f} s of it at work (is it waiting for something?)"
        raise Failed(Verdict.TIME_LIMIT, why, fatal=True)
    if waited >= GRACE * limits.wall:
        raise Interrupted("this machine is too busy to judge fairly")
    return max(0.0, min(cpu - used, limits.wall - charged))
