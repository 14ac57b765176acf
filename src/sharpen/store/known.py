"""Known: how a learner stands with many items at once, as arrays: a session weighs tens of thousands of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from sharpen.domain.day import LONGEST, beginning, day_of

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Counts = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Times = np.ndarray[Any, np.dtype[np.datetime64]]

COLUMNS = ("stability", "difficulty", "last", "due", "buried_until", "reviews", "lapses", "suspended")
TYPES = ("f8", "f8", "M8[us]", "M8[us]", "M8[us]", "i8", "i8", "?")
NOTHING = (None, None, None, None, None, 0, 0, False)
"""The columns of the table that become arrays, numpy's names of their types, and what stands there for no row."""


@dataclass(frozen=True)
class Known:
    """How a learner stands with some items, each array of shape (items,) and in the order of `ids`.

    Stability and difficulty of an item that was never met are nan. A time that there is not is NaT,
    which is neither before nor after any other. Times are UTC.
    """

    ids: Sequence[str]
    stability: Numbers
    difficulty: Numbers
    last: Times
    due: Times
    buried_until: Times
    reviews: Counts
    lapses: Counts
    suspended: Flags

    @property
    def met(self) -> Flags:
        """Which were ever met."""
        return ~np.isnan(self.stability)

    def of(self, ids: Sequence[str]) -> "Known":
        """The same of some items, in their order; of an item that is not among these nothing is known."""
        place = {item: number for number, item in enumerate(self.ids)}
        places = np.array([place.get(item, -1) for item in ids], dtype=int)
        last = known([[("", *NOTHING)]])  # where -1 finds it
        return Known(
            ids, *(np.append(array, end)[places] for array, end in zip(_arrays(self), _arrays(last), strict=True))
        )

    def at(self, places: Counts) -> "Known":
        """The same of the items at some places, shape (places,)."""
        return Known([self.ids[place] for place in places], *(array[places] for array in _arrays(self)))

    def days_since_last(self, now: datetime) -> Numbers:
        """Days of practice since each was last reviewed, as `days_between` counts them; nan for those never met."""
        met = ~np.isnat(self.last)
        if not met.any():
            return np.full(len(self.last), np.nan)
        earliest = max(self.last[met].min(), _time(now) - np.timedelta64(LONGEST, "D"))
        first = day_of(earliest.item().replace(tzinfo=UTC))
        days = range(1, (day_of(now) - first).days + 1)
        ends = np.array([_time(beginning(first + timedelta(days=n))) for n in days], dtype="M8[us]")
        return np.where(met, len(ends) - np.searchsorted(ends, self.last, side="right"), np.nan)

    def is_due(self, by: datetime) -> Flags:
        """Which are due before a time."""
        return np.asarray(self.due < _time(by))

    def is_buried(self, now: datetime) -> Flags:
        """Which are not to be asked yet."""
        return np.asarray(self.buried_until > _time(now))

    def reviewed_between(self, begin: datetime, end: datetime) -> Flags:
        """Which were last reviewed from a time on, and before another."""
        return np.asarray((self.last >= _time(begin)) & (self.last < _time(end)))


def known(parts: Iterable[Sequence[Sequence[Any]]]) -> Known:
    """What is known, from rows in parts, each row an item and its COLUMNS, with times in microseconds since 1970."""
    gathered: list[list[Any]] = [[] for _ in ("item", *COLUMNS)]
    for rows in parts:
        for column, values in zip(gathered, zip(*rows, strict=True), strict=True):
            column += values
    ids, *columns = gathered
    # By way of floats, which hold microseconds exactly until 2255: ten times as quick where some are missing.
    return Known(ids, *(np.array(column, "f8").astype(to) for column, to in zip(columns, TYPES, strict=True)))


def _arrays(of: Known) -> tuple[Any, ...]:
    return tuple(getattr(of, name) for name in COLUMNS)


def _time(at: datetime) -> np.datetime64:
    return np.datetime64(at.astimezone(UTC).replace(tzinfo=None), "us")
