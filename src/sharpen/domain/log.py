"""The log of an item: when it was reviewed and how it was rated, all that a model of memory learns from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sharpen.domain.memory import Memory, Rating

DAY = timedelta(days=1)


class Rated(NamedTuple):
    """One review. `at` is UTC."""

    at: datetime
    rating: Rating


@dataclass(frozen=True)
class Log:
    """Every review of one item, oldest first; at least one.

    `before` is the memory that the first of them found: None as a rule, something else for an item
    that was learned elsewhere.
    """

    reviews: tuple[Rated, ...]
    before: Memory | None = None

    def days(self) -> Iterator[int]:
        """For each review, the whole days since the one before it; 0 for the first."""
        last = self.reviews[0].at
        for at, _ in self.reviews:
            yield max((at - last).days, 0)
            last = at

    def predicted(self) -> Iterator[datetime]:
        """The times of the reviews that FSRS predicts: those a day or more after the one before.

        None of an item learned elsewhere: what was predicted of it rests on reviews that are not here.
        """
        if self.before is None:
            yield from (at for (at, _), days in zip(self.reviews, self.days(), strict=True) if days)
