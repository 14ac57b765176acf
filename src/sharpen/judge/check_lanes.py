"""Lanes: the checks of a problem, divided among children that answer side by side.

Most checks are answered by one child, in their order. What takes long and is measured (growth, distributions) has
a child of its own that is asked one question at a time, and each measurement of memory has a fresh one.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence

from sharpen.checks.check import Ask, Check
from sharpen.judge.drawn import Drawn
from sharpen.sandbox.submission import Asked, Submission

MEASURED = {Ask.TIMED, Ask.ANSWERS}
HEAD_START = 0.002
"""Seconds in which cases are drawn while a child loads the code: on a busy machine it needs our processor for that."""


def divided(checks: Sequence[Check]) -> list[list[int]]:
    """The numbers of the checks of each lane; those of the first are only compared."""
    compared: list[int] = []
    measured: list[int] = []
    weighed: list[list[int]] = []
    for number, check in enumerate(checks):
        if check.ask is Ask.PEAK:
            weighed.append([number])
        else:
            (measured if check.ask in MEASURED else compared).append(number)
    return [compared, *([measured] if measured else []), *weighed]


class Lane:
    """Some checks of a problem and the child that answers them, asked ahead of the comparing.

    A check that fails leaves questions of its own behind. Where the child is not past them when the next check
    has its turn, a fresh one takes its place: what nobody needs any more may take long, or be the end of it.
    """

    def __init__(self, drawn: Drawn, numbers: Sequence[int], start: Callable[[float], Submission]) -> None:
        self.numbers, self._drawn, self._start = numbers, drawn, start
        self._ahead = deque(numbers)
        self._asked: dict[int, deque[Asked]] = {}
        self._loaded = False
        self.spent = 0.0
        """CPU seconds of the answers that were taken."""
        self._before = 0.0
        """CPU seconds that children before this one have used."""
        self.submission = start(0.0)

    def ask_ahead(self, most: int | None = None) -> None:
        """Ask for all checks, or so many, up to the first that is not prepared. Raises BrokenChecks, Interrupted."""
        while self._ahead and len(self._asked) != most and self._drawn.ready(self._ahead[0]):
            number = self._ahead.popleft()
            self._asked[number] = self.submission.ahead(self._drawn.questions(number))
            self.submission.attend(0.0)  # it is at work while the cases of the next check are drawn

    def ask_while_loading(self) -> None:
        """Ask ahead, check by check, while the code is being loaded, which would else be waited for."""
        until, left = time.monotonic() + HEAD_START, len(self._ahead) + 1
        while len(self._ahead) < left and not self.submission.loading.done and time.monotonic() < until:
            left = len(self._ahead)
            self.ask_ahead(len(self._asked) + 1)

    def turn(self, number: int) -> deque[Asked]:
        """The questions of a check that is prepared, asked. Raises Failed when the code does not load."""
        left = [asked for earlier in list(self._asked) if earlier < number for asked in self._asked.pop(earlier)]
        for asked in left:
            self.submission.forget(asked)
        if any(asked.message is None for asked in left):
            self._restart()
        if number not in self._asked:
            self.ask_ahead()
        if not self._loaded:
            self.submission.value(self.submission.loading)
            self._loaded = True
        return self._asked[number]

    def close(self) -> None:
        """End the child."""
        self.submission.close()

    @property
    def used(self) -> float:
        """CPU seconds that its children have used, by the kernel's account."""
        return self._before + self.submission.used

    def _restart(self) -> None:
        self._before = max(self.used, self.spent)  # nobody can be asked about a child that is gone already
        self.submission.close()
        self.submission, self._loaded = self._start(self._before), False
        self._ahead.extendleft(reversed(self._asked))
        self._asked.clear()
