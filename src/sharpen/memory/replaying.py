"""Replaying: an item's reviews once more, as the model that schedules would have taken them under some parameters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sharpen.domain.log import Log
from sharpen.domain.memory import Memory, Rating
from sharpen.memory.schedule import RETENTION, rated, recall


@dataclass(frozen=True, slots=True)
class Step:
    """A review replayed: what it led to, and the probability of recall predicted just before it.

    `predicted` is None where FSRS predicts nothing: the first review, and one on the day of the last.
    """

    rating: Rating
    predicted: float | None
    after: Memory


def steps(log: Log, *, retention: float = RETENTION, parameters: Sequence[float] = ()) -> Iterator[Step]:
    """Every review of an item, one after the other."""
    memory = log.before
    for (at, rating, _), days in zip(log.reviews, log.days(), strict=True):
        predicted = recall(memory, at, parameters, days=days) if memory and days else None
        memory = rated(memory, rating, at, days=days, retention=retention, parameters=parameters)
        yield Step(rating, predicted, memory)


def replayed(log: Log, *, retention: float = RETENTION, parameters: Sequence[float] = ()) -> Memory:
    """The memory that an item's reviews lead to."""
    *_, last = steps(log, retention=retention, parameters=parameters)
    return last.after
