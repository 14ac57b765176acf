"""Reading answers: what this process may spend on those of one submission, which can be made to cost any amount."""

import math
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sharpen.checks.check import Failed
from sharpen.domain.verdict import Verdict

MOST = 5.0
"""CPU seconds for the answers of one submission, all of its checks together."""
MERCY = 1.0
"""CPU seconds more until the process is ended, which no exception reaches while it is in C."""
AGAIN = 1.0
"""CPU seconds after which an exception is raised again that a check swallowed."""


def too_long(seconds: float) -> Failed:
    """The verdict on answers that take too long to read."""
    why = f"reading its answers takes the checks more than {seconds:g} s; is one far larger than it should be?"
    return Failed(Verdict.RUNTIME_ERROR, why, fatal=True)


class Reading:
    """An allowance of CPU seconds; every stretch of work in `bounded` takes from it."""

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = self._left = MOST if seconds is None else seconds

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Raise Failed when nothing is left, or memory runs out; not to be nested.

        The second timer is for what no exception interrupts: left to itself, its signal ends the process, and
        whoever asked for the verdict holds that against the submission, too.
        """
        if self._left <= 0:
            raise too_long(self._seconds)
        started = time.process_time()
        signal.signal(signal.SIGPROF, self._refuse)
        signal.setitimer(signal.ITIMER_PROF, self._left, AGAIN)
        signal.setitimer(signal.ITIMER_VIRTUAL, self._left + MERCY)
        try:
            yield
        except MemoryError:
            why = "reading its answers takes more memory than there is; is one far larger than it should be?"
            raise Failed(Verdict.RUNTIME_ERROR, why, fatal=True) from None
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._left -= time.process_time() - started

    def _refuse(self, _signal: int, _frame: object) -> None:
        self._left = -math.inf
        raise too_long(self._seconds)


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """A stretch of work with an allowance of its own."""
    with Reading(seconds).bounded():
        yield
