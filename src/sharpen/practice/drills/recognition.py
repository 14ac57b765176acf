"""Recognition: how often the pattern of a statement was recognized, apart from whether it could be coded."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date as Date

from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

LATEST = 10
"""How many drills of a pattern say how it stands now."""


@dataclass(frozen=True)
class Pattern:
    """How well one pattern is recognized; `latest` are its last drills, the oldest first."""

    id: str
    title: str
    statements: int
    """How many there are to drill."""
    drilled: int = 0
    recognized: int = 0
    with_cost: int = 0
    """How often time and space were right, too."""
    latest: tuple[bool, ...] = ()

    @property
    def share(self) -> float | None:
        """The share of the latest that was recognized; None before there was any."""
        return sum(self.latest) / len(self.latest) if self.latest else None


@dataclass(frozen=True)
class Month:
    """The drills of a month, by its first day."""

    first: Date
    drilled: int
    recognized: int


@dataclass(frozen=True)
class Recognition:
    """All of it: the patterns in the order of the outline, and the months with a drill, oldest first."""

    patterns: tuple[Pattern, ...]
    months: tuple[Month, ...]

    @property
    def drilled(self) -> int:
        return sum(month.drilled for month in self.months)

    @property
    def recognized(self) -> int:
        return sum(month.recognized for month in self.months)


def gather(work: Work) -> Recognition:
    """How well the learner recognizes patterns. AGAIN says that the pattern was missed, HARD that its cost was."""
    ratings: dict[str, list[Rating]] = defaultdict(list)
    months: dict[Date, list[bool]] = defaultdict(list)
    for topic, day, rating in work.reviews.of_kind(ItemKind.DRILL):
        ratings[topic].append(rating)
        months[day.replace(day=1)].append(rating > Rating.AGAIN)
    statements: dict[str, int] = defaultdict(int)
    for drill in work.library.drills.values():
        statements[drill.pattern] += 1
    titles = card_pool.titles(work)
    return Recognition(
        tuple(_pattern(topic, title, statements[topic], ratings[topic]) for topic, title in titles.items()
              if statements[topic] or ratings[topic]),
        tuple(Month(first, len(seen), sum(seen)) for first, seen in sorted(months.items())),
    )  # fmt: skip


def _pattern(topic: str, title: str, statements: int, ratings: list[Rating]) -> Pattern:
    seen = [rating > Rating.AGAIN for rating in ratings]
    with_cost = sum(rating > Rating.HARD for rating in ratings)
    return Pattern(topic, title, statements, len(seen), sum(seen), with_cost, tuple(seen[-LATEST:]))
