"""The port of exercises: everything the rest of the product asks of a kind of item, whatever that kind is."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.session import Given
from sharpen.practice.errors import NotAnswered
from sharpen.practice.items.asked import Judged, Shown
from sharpen.practice.work import Work, once

Pace = Mapping[ItemKind, tuple[int, float]]
"""By kind: how many reviews there were, and the seconds they took in all."""


@once
def own_pace(work: Work) -> Pace:
    """What the learner took for reviews so far."""
    return work.reviews.pace()


KNOWN_PACE = 20
"""After how many reviews of a kind the learner's own pace counts as much as the usual one."""


def paced(kind: ItemKind, usual_minutes: float, pace: Pace) -> float:
    """The minutes of a review: the usual ones at first, more and more the learner's own."""
    count, seconds = pace.get(kind, (0, 0.0))
    return (usual_minutes * KNOWN_PACE + seconds / 60) / (KNOWN_PACE + count)


@dataclass(frozen=True)
class Source:
    """Where items come from; kinds that lie together, like those of cards, share one."""

    items: Callable[[Work, Collection[str]], list[Item]]
    """Every item that can be asked, in the order of the outline, given the ids of all of which anything is known.

    Kinds done elsewhere list only those: the learner chooses what to do for the first time.
    """
    item: Callable[[Work, str], Item | None]
    """The item with this id; None if there is none."""


class Exercise(ABC):
    """One kind of item."""

    @property
    @abstractmethod
    def kind(self) -> ItemKind:
        """The kind, as it is stored."""

    @property
    @abstractmethod
    def source(self) -> Source:
        """Where its items come from."""

    @property
    @abstractmethod
    def advice(self) -> str:
        """What to do with an item that lapses again and again, in a sentence or two."""

    @property
    @abstractmethod
    def asked_here(self) -> bool:
        """Whether it is answered in the session. What is not is done on a page of its own: it takes long, so
        there is at most one per session, last and not every day, and none in the session of a topic."""

    to_answer = ""
    """What to do first when an answer is empty, such as "Type a number"; empty where that is an answer."""
    ticked = False
    """Answering reveals points to tick; it may be answered again, with other ticks, until it is rated."""
    seeded = False
    """Each seed is another instance, so that a review keeps the seed."""

    @abstractmethod
    def title(self, work: Work, item: Item) -> str:
        """What a list calls an item; empty when it is gone."""

    @abstractmethod
    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        """What a review of an item is expected to take."""

    @abstractmethod
    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        """What one showing of an item asks. Raises an exception of any kind for one that cannot be asked."""

    @abstractmethod
    def judged(self, work: Work, item: Item, seed: int, given: Given) -> Judged:
        """The result of an answer. Raises BadAnswer for one that cannot be read, NotAnswered where none is taken."""

    @abstractmethod
    def check_rating(self, rating: Rating, judged: Judged | None) -> None:
        """Raises NotAnswered for a rating that cannot be given in the session, after this answer (None: not yet)."""

    @abstractmethod
    def begin(self, work: Work, item: Item) -> None:
        """Get ready what is done elsewhere, before its page is opened."""


class DoneElsewhere(Exercise):
    """A kind that is done on a page of its own, and rated there; in the session one can only give up on it."""

    asked_here = False

    @property
    @abstractmethod
    def where(self) -> str:
        """Why no answer is taken in the session, in a sentence."""

    @property
    @abstractmethod
    def how_rated(self) -> str:
        """Why no rating but AGAIN is, in a sentence."""

    def judged(self, work: Work, item: Item, seed: int, given: Given) -> Judged:
        raise NotAnswered(self.where)

    def check_rating(self, rating: Rating, judged: Judged | None) -> None:
        if rating is not Rating.AGAIN:
            raise NotAnswered(self.how_rated)

    def begin(self, work: Work, item: Item) -> None:
        """Nothing to get ready, unless a kind says otherwise."""
