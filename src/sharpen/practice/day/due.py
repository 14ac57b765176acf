"""Due: how many reviews wait today; shown on every page, so no session is built for it."""

from datetime import UTC, datetime

from sharpen.domain.day import day_ends, day_of
from sharpen.practice.exercises import SOURCES
from sharpen.practice.work import Work


def count(work: Work) -> int:
    """What is left of the session of the day, once it was begun; before, the items met earlier that are due today."""
    now = datetime.now(UTC)
    session = work.review_sessions.get("")
    if session is not None and day_of(session.started) == day_of(now):
        return len(session.queue)
    waiting = work.memories.due(day_ends(now), now)
    return sum(len(source.known(work, waiting)) for source in SOURCES)
