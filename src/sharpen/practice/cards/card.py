"""What the kinds of cards have in common."""

from abc import abstractmethod
from typing import Generic, TypeVar

from sharpen.domain.card import Card
from sharpen.domain.item import Item
from sharpen.domain.memory import Rating
from sharpen.domain.session import Given
from sharpen.practice.errors import BadAnswer, NotAnswered
from sharpen.practice.items import card_pool
from sharpen.practice.items.asked import Judged, Shown
from sharpen.practice.items.exercise import Exercise, Pace, Source, paced
from sharpen.practice.work import Work

C = TypeVar("C", bound=Card)

SEED = 0
"""The showing of a card that is exported: always the same one, so that exporting again changes nothing."""
POOL = Source(lambda work, _: card_pool.items(work), card_pool.item)


class CardExercise(Exercise, Generic[C]):
    """One kind of card: asked in the session, and rated once it was answered."""

    source = POOL
    asked_here = True

    @property
    @abstractmethod
    def card(self) -> type[C]:
        """The class of its cards."""

    @property
    @abstractmethod
    def usual_minutes(self) -> float:
        """What a review takes before the learner's own pace is known."""

    @abstractmethod
    def show(self, card: C, seed: int) -> Shown:
        """What one showing of a card asks."""

    @abstractmethod
    def judge(self, card: C, seed: int, given: Given) -> Judged:
        """The result of an answer to one showing of a card. Raises BadAnswer for one that cannot be read."""

    @abstractmethod
    def sides(self, card: C) -> tuple[str, str]:
        """The question with all that is needed to answer it, and the answer with all that explains it (Markdown)."""

    def title(self, work: Work, item: Item) -> str:
        try:
            return card_pool.card(work, item.id).question
        except KeyError:
            return ""

    def minutes(self, work: Work, item: Item, pace: Pace) -> float:
        return paced(self.kind, self.usual_minutes, pace)

    def shown(self, work: Work, item: Item, seed: int) -> Shown:
        return self.show(self._card(work, item), seed)

    def judged(self, work: Work, item: Item, seed: int, given: Given) -> Judged:
        return self.judge(self._card(work, item), seed, given)

    def check_rating(self, rating: Rating, judged: Judged | None) -> None:
        if judged is None:
            raise NotAnswered("Answer first, or reveal the answer; then rate how well you knew it.")

    def begin(self, work: Work, item: Item) -> None:
        """Nothing to get ready: it is answered in the session."""

    def _card(self, work: Work, item: Item) -> C:
        """The card. Raises KeyError when it is gone, or a card of another kind by now."""
        card = card_pool.card(work, item.id)
        if not isinstance(card, self.card):
            raise KeyError(item.id)
        return card


def places(given: Given, of: int) -> tuple[int, ...]:
    """The places of an answer. Raises BadAnswer for one that is not among so many, or twice there."""
    if len(set(given.places)) < len(given.places) or not all(0 <= place < of for place in given.places):
        raise BadAnswer(f"These are not places among {of}: {list(given.places)}. Choose each at most once.")
    return given.places


def suggested(right: bool) -> Rating:
    """The rating to offer first for an answer that was judged."""
    return Rating.GOOD if right else Rating.AGAIN
