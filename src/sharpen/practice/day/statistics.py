"""Statistics: what was reviewed, and whether memory does what was predicted of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sharpen.domain.memory import LEECH
from sharpen.domain.topic import Outline
from sharpen.practice.day import agenda
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work, plan_of

if TYPE_CHECKING:
    from sharpen.memory.curve import Array
    from sharpen.memory.steering import Flags
    from sharpen.store.items.reviews import ReviewDay
    from sharpen.store.known import Known


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

    days: "tuple[ReviewDay, ...]"
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
    bins, by_topic = work.reviews.by_bin(), work.reviews.by_topic()
    recall = agenda.recall_now(agenda.states(whole, now), plan)
    total = sum(count for count, _, _ in bins.values())
    return Statistics(
        days=tuple(work.reviews.days()),
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

    topics = list(outline)
    number = {topic.id: place for place, topic in enumerate(topics)}
    of = np.array([number.get(item.topic, len(topics)) for item in whole.items], dtype=int)  # some are of none
    known = whole.known

    def totals(values: "Array | Flags") -> list[float]:
        return [float(total) for total in np.bincount(of, values, minlength=len(topics) + 1)]

    items, met, recalled = totals(np.ones(len(of))), totals(known.met), totals(recall)
    mature, suspended = totals(~known.suspended & (known.stability >= MATURE)), totals(known.suspended)
    for place, topic in enumerate(topics):
        if not items[place]:
            continue
        count, remembered = by_topic.get(topic.id, (0, 0))
        yield Topic(
            id=topic.id,
            title=topic.title,
            round=topic.round,
            items=int(items[place]),
            met=int(met[place]),
            mature=int(mature[place]),
            suspended=int(suspended[place]),
            recall=recalled[place] / items[place],
            reviews=count,
            remembered=remembered / count if count else None,
        )
