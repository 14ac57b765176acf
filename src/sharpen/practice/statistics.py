"""Statistics: what was reviewed, and whether memory does what was predicted of it."""

from dataclasses import dataclass
from datetime import date as Date

from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Day:
    """What was reviewed on one day."""

    date: Date
    reviews: int
    minutes: float
    new: int
    """How many items were met for the first time."""


@dataclass(frozen=True)
class Bin:
    """Reviews at which about this recall was predicted, and how many of them were remembered in truth."""

    predicted: float
    """The mean prediction, 0 to 1."""
    remembered: float
    """The share that was rated better than AGAIN, 0 to 1."""
    reviews: int


@dataclass(frozen=True)
class Topic:
    """How the learner stands with the items of one topic. `recall` is the mean over all of them now."""

    id: str
    title: str
    round: str
    items: int
    met: int
    mature: int
    suspended: int
    recall: float
    reviews: int
    remembered: float | None
    """The share of reviews that was remembered; None before there was any (first meetings left out)."""


@dataclass(frozen=True)
class Maturity:
    """How many items are how firm: an item is mature when its stability is 21 days or more."""

    new: int
    young: int
    mature: int
    suspended: int
    leeches: int


@dataclass(frozen=True)
class Statistics:
    """Everything the page of statistics shows. Calibration leaves out first meetings and repeats within a day."""

    days: tuple[Day, ...]
    """The days on which something was reviewed, oldest first."""
    bins: tuple[Bin, ...]
    predicted: float | None
    remembered: float | None
    maturity: Maturity
    topics: tuple[Topic, ...]


def statistics(ws: Workspace) -> Statistics:
    """All of it, in a fifth of a second with half a million reviews."""
    raise NotImplementedError
