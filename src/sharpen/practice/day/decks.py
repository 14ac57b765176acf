"""Decks: every topic and deck that has cards, how one stands with it, and whether it is in the daily review."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sharpen.domain.day import day_ends
from sharpen.domain.plan import ROUND
from sharpen.practice.day import agenda
from sharpen.practice.items import card_pool
from sharpen.practice.work import Work, plan_of


@dataclass(frozen=True)
class Deck:
    """A topic or a deck: its cards, how many were met and are due, and the mean recall of those met (None: none was).

    `weight` is what it counts in the plan, by itself; 0 is not in the daily review.
    """

    id: str
    title: str
    cards: int
    met: int
    due: int
    recall: float | None
    weight: float


@dataclass(frozen=True)
class Round:
    """A round with its decks; a weight of 0 takes all of them out of the daily review."""

    id: str
    title: str
    weight: float
    decks: tuple[Deck, ...]

    @property
    def due(self) -> int:
        return sum(deck.due for deck in self.decks)


def gather(work: Work) -> list[Round]:
    """The rounds that have cards."""
    plan, outline = plan_of(work), card_pool.outline(work)
    decks = {deck.id: deck for deck in _decks(work)}
    rounds = (
        Round(
            round_,
            title,
            plan.weights.get(f"{ROUND}{round_}", 1.0),
            tuple(decks[topic.id] for topic in outline if topic.round == round_ and topic.id in decks),
        )
        for round_, title in outline.rounds.items()
    )
    return [one for one in rounds if one.decks]


def _decks(work: Work) -> Iterator[Deck]:
    import numpy as np

    from sharpen.memory.curve import recalled

    now, items, plan = datetime.now(UTC), card_pool.items(work), plan_of(work)
    known = agenda.known(work).of([item.id for item in items])
    recall = recalled(known.days_since_last(now), known.stability, agenda.parameters(plan))
    due = known.is_due(day_ends(now)) & ~known.suspended & ~known.is_buried(now)
    place: dict[str, int] = {}
    of_deck = np.array([place.setdefault(item.topic, len(place)) for item in items], dtype=int)
    parts = (np.ones(len(items)), known.met, due, np.where(known.met, recall, 0.0))
    sums = [np.bincount(of_deck, weights=part, minlength=len(place)).tolist() for part in parts]
    titles = card_pool.titles(work)
    for (topic, _), cards, met, waiting, recalls in zip(place.items(), *sums, strict=True):
        yield Deck(
            id=topic,
            title=titles.get(topic, topic),
            cards=int(cards),
            met=int(met),
            due=int(waiting),
            recall=recalls / met if met else None,
            weight=plan.weights.get(topic, 0.0 if topic.startswith(card_pool.BROUGHT) else 1.0),
        )
