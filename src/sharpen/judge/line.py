"""The line before the examiners: whoever came first is judged first, and everyone may know their place."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from sharpen.domain.turn import Ahead, nobody_asks


class Line:
    """So many places, given in the order in which they were asked for. Safe to use from several threads."""

    def __init__(self, places: int) -> None:
        self._places, self._busy = places, 0
        self._waiting: deque[object] = deque()
        self._moved = Condition()

    @contextmanager
    def place(self, ahead: Ahead = nobody_asks) -> Iterator[None]:
        """A place, once it is one's turn, for as long as the context lasts."""
        me = object()
        with self._moved:
            self._waiting.append(me)
        try:
            self._wait(me, ahead)
        except BaseException:
            with self._moved:
                if me in self._waiting:
                    self._waiting.remove(me)
                else:
                    self._busy -= 1
                self._moved.notify_all()
            raise
        try:
            yield
        finally:
            with self._moved:
                self._busy -= 1
                self._moved.notify_all()

    def _wait(self, me: object, ahead: Ahead) -> None:
        known = 0
        while True:
            with self._moved:
                before = self._waiting.index(me)
                now = before + self._busy
                if not before and self._busy < self._places:
                    self._waiting.popleft()
                    self._busy += 1
                    self._moved.notify_all()
                    break
                if now == known:
                    self._moved.wait()
                    continue
            known = now
            ahead(now)
        if known:
            ahead(0)
