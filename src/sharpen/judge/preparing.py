"""Preparing problems before anybody submits, apart from the examiners that judge, and at low priority."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Condition, Thread
from typing import Protocol

from sharpen.judge.interface import JudgeBroken, Request, Wanted

PATIENT = 10
"""How nice (nice(2)) whoever prepares is to everything else."""


class Preparer(Protocol):
    """A process that prepares one problem after another."""

    def ask(self, request: Request) -> Iterable[object]:
        """Prepare, until nothing more comes. Raises JudgeBroken."""

    def alive(self) -> bool:
        """Whether it can be asked again."""

    def end(self) -> None:
        """End it."""


class Preparing:
    """Problems being prepared one by one, in the background; one that is waited for comes next."""

    def __init__(self, start: Callable[[], Preparer], requests: Iterable[Request]) -> None:
        self._start = start
        self._left = {_key(request): request for request in requests}
        self._changed = Condition()
        self._closed = False
        self._wanted: list[tuple[str, str, bool]] = []
        self._preparer: Preparer | None = None
        self._thread = Thread(target=self._run, name="preparing", daemon=True)
        self._thread.start()

    def wait(self, request: Request) -> None:
        """Return when the problem of a request is prepared, or will not be."""
        key = _key(request)
        with self._changed:
            if key in self._left:
                self._wanted.append(key)
            self._changed.wait_for(lambda: self._closed or key not in self._left)

    def close(self) -> None:
        """Prepare nothing more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            if self._preparer:
                self._preparer.end()
        self._thread.join()

    def _run(self) -> None:
        while (request := self._next()) is not None:
            # Whatever is wrong is told to whoever submits.
            with suppress(Exception):
                for _ in self._living().ask(request):
                    pass
            with self._changed:
                self._left.pop(_key(request), None)
                self._changed.notify_all()
        with self._changed:
            if self._preparer:
                self._preparer.end()

    def _next(self) -> Request | None:
        with self._changed:
            if self._closed or not self._left:
                return None
            wanted = next((key for key in self._wanted if key in self._left), None)
            return self._left[wanted or next(iter(self._left))]

    def _living(self) -> Preparer:
        with self._changed:
            if self._closed:
                raise JudgeBroken("it is closed")
            if self._preparer is None or not self._preparer.alive():
                self._preparer = self._start()
            return self._preparer


def _key(request: Request) -> tuple[str, str, bool]:
    """What is done once: each problem is prepared, and measured; whoever submits waits for the first alone."""
    return request.folder, request.version, request.wanted is Wanted.MEASURE
