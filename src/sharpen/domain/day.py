"""The day of practice: it begins at four in the morning where this machine is, not at midnight.

Everything that counts days counts these. Two reviews are as many days apart as their days of practice are,
whatever their times of day, as in Anki: a card reviewed five minutes earlier each morning grows like any other.
"""

from datetime import UTC, datetime, time, timedelta
from datetime import date as Date

DAY_BEGINS = timedelta(hours=4)
"""After midnight, local time; so that a review after midnight still counts for the evening before."""
LONGEST = 36_500
"""Days between two reviews that are told apart; more are as many."""


def day_of(at: datetime) -> Date:
    """The day of practice that a time belongs to."""
    return (at.astimezone() - DAY_BEGINS).date()


def beginning(day: Date) -> datetime:
    """When a day of practice begins (UTC), whichever of summer and winter time its clocks keep."""
    return (datetime.combine(day, time()) + DAY_BEGINS).astimezone(UTC)


def day_begins(at: datetime) -> datetime:
    """The beginning (UTC) of the day of practice that a time belongs to: now and then 23 or 25 hours before its end."""
    return beginning(day_of(at))


def day_ends(at: datetime) -> datetime:
    """The end (UTC) of the day of practice that a time belongs to."""
    return beginning(day_of(at) + timedelta(days=1))


def days_between(earlier: datetime, later: datetime) -> int:
    """How many days of practice a time is after another; 0 on the same day.

    Also 0 if `earlier` is the later one: what a clock that was ahead has written down counts as now.
    """
    if later - earlier > timedelta(days=LONGEST):
        return LONGEST
    return max((day_of(later) - day_of(earlier)).days, 0)
