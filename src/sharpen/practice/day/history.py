"""How ready one was, day by day: a row for each day on which one looked, with what was believed at the last look."""

from datetime import UTC, datetime, timedelta
from datetime import date as Date

from sharpen.domain.day import day_of
from sharpen.domain.readiness import ReadinessDay
from sharpen.practice.day import readiness
from sharpen.practice.day.readiness import Readiness
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

SHOWN = timedelta(days=366)
DIGITS = 4
"""Digits of a chance that are kept: less is no change."""


def keep(ws: Workspace) -> bool:
    """Keep what is believed today, once something was tried; whether there was anything new to keep.

    Pages and commands that show readiness ask for it afterwards: it writes only if it has to.
    """
    with ws.reading() as work:
        found = readiness.gather(work)
        row = _row(work, found)
        if not found.loop.met or row in work.readiness_days.since(row.day):
            return False
    with ws.writing() as work:
        work.readiness_days.put(row)
    return True


def _row(work: Work, found: Readiness) -> ReadinessDay:
    rounds = {each.id: round(each.whole.now.mean, DIGITS) for each in found.rounds}
    return ReadinessDay(work.learner, day_of(datetime.now(UTC)), round(found.loop.now.mean, DIGITS), rounds)


def lately(work: Work) -> list[ReadinessDay]:
    """The days of the last year that were kept, the first one first."""
    return work.readiness_days.since(day_of(datetime.now(UTC)) - SHOWN)


def of_round(days: list[ReadinessDay], round_: str) -> list[tuple[Date, float]]:
    """What was believed of a round on each day."""
    return [(day.day, day.rounds[round_]) for day in days if round_ in day.rounds]
