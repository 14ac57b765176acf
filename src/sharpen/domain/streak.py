"""The streak: on how many days one practiced, without a day left out that was not a day off."""

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Streak:
    """`days` of practice in a row, today among them if one practiced `today`; a day that is not over breaks nothing."""

    days: int
    today: bool


def broken_on(days: Set[Date], today: Date, days_off: Collection[int]) -> Date:
    """The last day before today without practice that was no day off, 0 for Monday; none is before the first of all."""
    first, day = min(days, default=today), today - DAY
    while day >= first and (day in days or day.weekday() in days_off):
        day -= DAY
    return day


def streak(days: Set[Date], today: Date, days_off: Collection[int] = ()) -> Streak:
    """The streak that days of practice make up to today. A day off with practice counts, one without breaks nothing."""
    since = broken_on(days, today, days_off)
    return Streak(sum(since < day <= today for day in days), today in days)
