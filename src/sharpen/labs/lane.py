"""A lane: a design that serves a world of its own, and what is said when it fails."""

from collections.abc import Callable
from typing import Any

import numpy as np

from sharpen.checks.check import Failed
from sharpen.domain.lab import Stage
from sharpen.labs.columns import Array, Columns, rows, visible
from sharpen.labs.design import Design, answered
from sharpen.labs.errors import DesignFailed
from sharpen.labs.fits import Fits
from sharpen.labs.world import BadActions, World

Tell = Callable[[float], None]
"""Told the share of a stage that is done, from 0 to 1."""


class Lane:
    """A design and the world that it serves."""

    def __init__(self, stage: Stage, world: World, design: Design, fits: Fits | None = None) -> None:
        self.stage, self.world, self.design = stage, world, design
        self._fits = fits

    def has(self, method: str) -> bool:
        """Whether the design has a method that it need not have."""
        return method in self.design.methods

    def fit(self, day: int) -> None:
        """Train on all that was logged by the end of a day. Raises DesignFailed."""
        self.fit_on(self.world.log(day), day)

    def fit_on(self, log: Columns, day: int) -> None:
        """Train on what was logged by the end of a day. What the same code learned of the same is put back instead."""
        log = visible(log)

        def learn() -> None:
            catalog = self.world.catalog(day) if self.has("catalog") else None
            if catalog is not None:
                self.ask("catalog", day, catalog)
            self.ask("fit", day, log, day)

        if self._fits is None:
            learn()
            return
        with self.explained(day):
            self._fits.fit(self.design, self.world.trail(), day, learn)

    def ask(self, method: str, day: int, *args: Any) -> Any:
        """What a method answers on a day. Raises DesignFailed."""
        with self.explained(day, f"`{method}`"):
            return self.design.ask(method, *args)

    def act(self, requests: Columns, day: int) -> Array:
        """The design's actions for the requests of a day. Raises DesignFailed, naming the request where it can."""
        count = rows(requests)
        try:
            return self.world.checked(requests, _even(answered(self.design, requests, 0, count)))
        except BadActions as problem:
            raise DesignFailed(self.stage, problem.why, day=day, request=self._named(requests, problem.row)) from None
        except Failed as failure:
            row = None if failure.fatal else self._culprit(requests)
            raise _failed(self.stage, failure, day, self._named(requests, row)) from None

    def explained(self, day: int | None, request: str = "") -> "_Explained":
        """A block in which a design that fails is said to have failed on this day."""
        return _Explained(self.stage, day, request)

    def _culprit(self, requests: Columns) -> int | None:
        """The number of a request that fails alone, found by halving; None if they only fail together."""
        start, stop = 0, rows(requests)
        while stop - start > 1:
            middle = (start + stop) // 2
            if self._fails(requests, start, middle):
                stop = middle
            elif self._fails(requests, middle, stop):
                start = middle
            else:
                return None
        return start

    def _fails(self, requests: Columns, start: int, stop: int) -> bool:
        try:
            answered(self.design, requests, start, stop)
        except Failed:
            return True
        return False

    def _named(self, requests: Columns, row: int | None) -> str:
        if row is None:
            return ""
        unit = self.world.unit
        return f"request {row} ({unit} {requests[unit][row]})"


class _Explained:
    """Turns Failed into DesignFailed, with the place."""

    def __init__(self, stage: Stage, day: int | None, request: str) -> None:
        self._place = stage, day, request

    def __enter__(self) -> None:
        """Nothing is to be prepared."""

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        if isinstance(problem, Failed):
            stage, day, request = self._place
            raise _failed(stage, problem, day, request) from None


def _even(answer: Any) -> Any:
    """An answer whose rows are of one length, as the worlds' checks expect. Raises BadActions."""
    try:
        np.asarray(answer)
    except ValueError:
        raise BadActions("`act` must return rows of one length; it returned rows of different lengths") from None
    return answer


def _failed(stage: Stage, failure: Failed, day: int | None, request: str) -> DesignFailed:
    return DesignFailed(stage, failure.why, day=day, request=request, line=failure.line, traceback=failure.traceback)
