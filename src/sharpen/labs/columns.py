"""Columns: a table as arrays by name, all of one length: logs, requests and outcomes."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Floats = NDArray[np.float64]
Columns = dict[str, Array]
"""Arrays by name; the first axis of each is the rows."""
Ratios = dict[str, tuple[Floats, Floats]]
"""By name, numerators and denominators over rows: the sum of the former over that of the latter is what is told."""


def rows(columns: Columns) -> int:
    """How many rows there are."""
    return len(next(iter(columns.values()))) if columns else 0


def visible(columns: Columns) -> Columns:
    """What a design may see: columns whose name begins with an underscore are the world's own."""
    return {name: values for name, values in columns.items() if not name.startswith("_")}


def chosen(columns: Columns, which: Array | slice) -> Columns:
    """Some of the rows: a mask, their numbers, or a slice."""
    return {name: values[which] for name, values in columns.items()}


def joined(parts: Sequence[Columns]) -> Columns:
    """Tables of the same columns, one below the other."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]} if parts else {}


class Growing:
    """A table that is added to at its end, in arrays with room for more, so that what is there is seldom copied."""

    def __init__(self) -> None:
        self._room: Columns = {}
        self._rows = 0

    def add(self, part: Columns) -> None:
        """Put rows below the others; those that were handed out stay as they are."""
        start, stop = self._rows, self._rows + rows(part)
        if not all(self._takes(name, values, stop) for name, values in part.items()):
            self._make_room(part, 2 * stop)
        for name, values in part.items():
            self._room[name][start:stop] = values
        self._rows = stop

    def columns(self) -> Columns:
        """All rows there are."""
        return chosen(self._room, slice(0, self._rows))

    def _make_room(self, part: Columns, most: int) -> None:
        """Move to arrays of `most` rows, of the columns of a part and of types that hold its values and those there."""
        before = self.columns() if self._rows else {name: values[:0] for name, values in part.items()}
        self._room = {}
        for name, values in part.items():
            there = before[name]
            room = np.empty((most, *values.shape[1:]), np.result_type(there, values))
            room[: len(there)] = there
            self._room[name] = room

    def _takes(self, name: str, values: Array, stop: int) -> bool:
        room = self._room.get(name)
        return room is not None and room.dtype == values.dtype and len(room) >= stop
