"""Due: what waits today, as every page says it; the session of the day is the one place where it is decided."""

from dataclasses import dataclass

from sharpen.practice.day import session
from sharpen.practice.work import Work


@dataclass(frozen=True)
class Waiting:
    """What is left of the session of the day, or what it would begin with: items met before, and new ones."""

    due: int
    new: int

    @property
    def total(self) -> int:
        return self.due + self.new


def today(work: Work) -> Waiting:
    """What waits today."""
    left = session.progress(work)
    return Waiting(left.left - left.new, left.new)
