"""Times as the databases write them, counted by day of practice.

Thousands of times are compared as they are written: making times of them takes ten times as long.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date as Date
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import Column, Select, String, select, type_coerce

from sharpen.domain.day import beginning

MINUTE = "%Y-%m-%d %H:%M"
"""How the databases write a time (UTC), as far as it matters here."""
DAY = timedelta(days=1)


def written(at: Column[datetime], learner: str, days: Sequence[Date]) -> Select[str]:
    """The times of a learner's rows on some days, the earliest first and without a gap, as they are written."""
    begin, end = beginning(days[0]), beginning(days[-1] + DAY)
    return select(type_coerce(at, String)).where(at.table.c.learner == learner, at >= begin, at < end)


def by_day(times: Iterable[str], days: Sequence[Date]) -> dict[Date, int]:
    """How many written times lie on each of some days, of which the earliest is first and none is left out."""
    ordered = sorted(map(str, times))
    bounds = [bisect_left(ordered, beginning(day).strftime(MINUTE)) for day in (*days, days[-1] + DAY)]
    return {day: after - place for day, (place, after) in zip(days, pairwise(bounds), strict=True) if after > place}
