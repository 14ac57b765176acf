"""The watch: waits for an answer of one submission while it attends to all that run side by side."""

import math
import select
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpen.sandbox.submission import Asked, Submission


NAP = 0.0001
"""Seconds to look away before waiting at the lines. Linux wakes whoever waits at a socket on the processor of the
writer: woken by every answer, we would take turns with the child on one processor, with another idle."""


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
