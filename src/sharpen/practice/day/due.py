"""Due: what waits today, as every page says it; the session of the day is the one place where it is decided."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sharpen.practice.day import session
from sharpen.practice.sheet.sheet import UNSORTED
from sharpen.practice.stories.stories import HOME
from sharpen.practice.work import Work

ROUNDS = {UNSORTED: "general-coding", HOME: "behavioral"}
"""The rounds of what has no topic of the outline."""


@dataclass(frozen=True)
class Waiting:
    """What is left of the session of the day, or what it would begin with: items met before, and new ones.

    `rounds` says how many of both are of each round, by its id; decks from Anki and the learner's own are of none.
    """

    due: int
    new: int
    rounds: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.due + self.new


def today(work: Work) -> Waiting:
    """What waits today."""
    left = session.progress(work)
    return Waiting(left.left - left.new, left.new, _by_round(work, left.topics))


def _by_round(work: Work, topics: Iterable[str]) -> Counter[str]:
    rounds = ROUNDS | {topic.id: topic.round for topic in work.library.outline}
    return Counter(rounds[topic] for topic in topics if topic in rounds)
