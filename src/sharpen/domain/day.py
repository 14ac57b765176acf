"""The day of practice: it begins at four in the morning where this machine is, not at midnight."""

from datetime import UTC, datetime, time, timedelta
from datetime import date as Date

DAY_BEGINS = timedelta(hours=4)
"""After midnight, local time; so that a review after midnight still counts for the evening before."""


def day_of(at: datetime) -> Date:
    """The day of practice that a time belongs to."""
    return (at.astimezone() - DAY_BEGINS).date()


def day_ends(at: datetime) -> datetime:
    """The end (UTC) of the day of practice that a time belongs to."""
    return _begins(day_of(at) + timedelta(days=1))


def day_begins(at: datetime) -> datetime:
    """The beginning (UTC) of the day of practice that a time belongs to: now and then 23 or 25 hours before its end."""
    return _begins(day_of(at))


def _begins(day: Date) -> datetime:
    return (datetime.combine(day, time()) + DAY_BEGINS).astimezone(UTC)
