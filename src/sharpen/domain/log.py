"""The log of an item: when it was reviewed and how it was rated, all that a model of memory learns from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sharpen.domain.day import days_between
from sharpen.domain.memory import Memory, Rating


class Rated(NamedTuple):
    """One review. `at` is UTC; `days` are the days of practice since the one before, if they were kept with it."""

    at: datetime
    rating: Rating
    days: int | None = None


@dataclass(frozen=True)
class Log:
    """Every review of one item, oldest first; at least one.

    `before` is the memory that the first of them found: None as a rule, something else for an item
    that was learned elsewhere.
    """

    reviews: tuple[Rated, ...]
    before: Memory | None = None

    def days(self) -> Iterator[int]:
        """For each review, the days of practice since the one before it; 0 for the first of all."""
        last = self.before.last if self.before else None
        for at, _, days in self.reviews:
            if last is None:
                yield 0
            else:
                yield days_between(last, at) if days is None else days
            last = at

    def predicted(self) -> Iterator[datetime]:
        """The times of the reviews that FSRS predicts: those on a later day than the one before.

        None of an item learned elsewhere: what was predicted of it rests on reviews that are not here.
        """
        if self.before is None:
            yield from (at for (at, _, _), days in zip(self.reviews, self.days(), strict=True) if days)
