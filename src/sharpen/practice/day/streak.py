"""The streak of a learner: any kind of practice counts, and days off break nothing."""

from datetime import UTC, datetime, timedelta

from sharpen.domain import streak
from sharpen.domain.day import day_of
from sharpen.domain.streak import Streak
from sharpen.practice.work import Work, plan_of

LOOK_BACK = timedelta(days=30)
"""How far back other practice than reviews is looked for at first; twice as far each time the streak goes on."""

FARTHEST = timedelta(days=366)
"""How far back it is looked for at most: what is more than a year is more than a year."""


def gather(work: Work) -> Streak:
    """The streak up to today. Reviews are summed by day; other practice is looked for as far back as it matters."""
    today, off = day_of(datetime.now(UTC)), plan_of(work).days_off
    days = {day for day in work.reviews.dates() if day <= today}
    until, span = today, LOOK_BACK
    while until > today - FARTHEST:
        earlier = until - span
        days |= work.practice_days.among([earlier + timedelta(days=n) for n in range(1, span.days + 1)])
        if streak.broken_on(days, today, off) > earlier:
            break
        until, span = earlier, 2 * span
        while until in days:  # of a day that is known nothing is looked for
            until -= streak.DAY
    return streak.streak(days, today, off)
