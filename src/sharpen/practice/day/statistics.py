"""Statistics: what was reviewed, and whether memory does what was predicted of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date
from typing import TYPE_CHECKING

from sharpen.domain.memory import LEECH
from sharpen.domain.topic import Outline
from sharpen.practice.day import agenda
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work, plan_of

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.store.known import Known


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
    """Everything the page of statistics shows. Calibration leaves out first meetings and repeats on one day."""

    days: tuple[Day, ...]
    """The days on which something was reviewed, oldest first."""
    bins: tuple[Bin, ...]
    predicted: float | None
    remembered: float | None
    maturity: Maturity
    topics: tuple[Topic, ...]


MATURE = 21.0
"""Days of stability from which an item is mature."""


def gather(work: Work) -> Statistics:
    """All of it, in a fifth of a second with half a million reviews."""
    now = datetime.now(UTC)
    whole, plan, outline = agenda.everything(work), plan_of(work), card_pool.outline(work)
    days = tuple(Day(day.date, day.reviews, day.seconds / 60, day.met) for day in work.reviews.days())
    bins, by_topic = work.reviews.by_bin(), work.reviews.by_topic()
    recall = agenda.recall_now(agenda.states(whole, now), plan)
    total = sum(count for count, _, _ in bins.values())
    return Statistics(
        days=days,
        bins=tuple(Bin(predicted / n, remembered / n, n) for _, (n, remembered, predicted) in sorted(bins.items())),
        predicted=sum(predicted for _, _, predicted in bins.values()) / total if total else None,
        remembered=sum(remembered for _, remembered, _ in bins.values()) / total if total else None,
        maturity=_maturity(whole.known),
        topics=tuple(_topics(outline, whole, recall, by_topic)),
    )


def _maturity(known: "Known") -> Maturity:
    asked, mature = ~known.suspended, known.stability >= MATURE
    return Maturity(
        new=int((asked & ~known.met).sum()),
        young=int((asked & known.met & ~mature).sum()),
        mature=int((asked & mature).sum()),
        suspended=int(known.suspended.sum()),
        leeches=int((asked & (known.lapses >= LEECH)).sum()),
    )


def _topics(
    outline: Outline, whole: agenda.Agenda, recall: "Array", by_topic: dict[str, tuple[int, int]]
) -> Iterator[Topic]:
    """The topics that have items, in the order of the outline."""
    import numpy as np

    places: dict[str, list[int]] = {}
    for place, item in enumerate(whole.items):
        places.setdefault(item.topic, []).append(place)
    for topic in outline:
        if topic.id not in places:
            continue
        mine = np.array(places[topic.id])
        known = whole.known.at(mine)
        of = _maturity(known)
        count, remembered = by_topic.get(topic.id, (0, 0))
        yield Topic(
            id=topic.id,
            title=topic.title,
            round=topic.round,
            items=len(mine),
            met=int(known.met.sum()),
            mature=of.mature,
            suspended=of.suspended,
            recall=float(recall[mine].mean()),
            reviews=count,
            remembered=remembered / count if count else None,
        )
