"""What the kinds of cards have in common."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from sharpen.domain.card import Card
from sharpen.domain.memory import Rating
from sharpen.domain.session import Given
from sharpen.practice.errors import BadAnswer
from sharpen.practice.items.asked import Judged, Shown

C = TypeVar("C", bound=Card)

SEED = 0
"""The showing of a card that is exported: always the same one, so that exporting again changes nothing."""


class CardKind(ABC, Generic[C]):
    """One kind of card."""

    @abstractmethod
    def shown(self, card: C, seed: int) -> Shown:
        """What one showing of a card asks."""

    @abstractmethod
    def judged(self, card: C, seed: int, given: Given) -> Judged:
        """The result of an answer to one showing of a card. Raises BadAnswer for one that cannot be read."""

    @abstractmethod
    def sides(self, card: C) -> tuple[str, str]:
        """The question with all that is needed to answer it, and the answer with all that explains it (Markdown)."""


def places(given: Given, of: int) -> tuple[int, ...]:
    """The places of an answer. Raises BadAnswer for one that is not among so many, or twice there."""
    if len(set(given.places)) < len(given.places) or not all(0 <= place < of for place in given.places):
        raise BadAnswer(f"These are not places among {of}: {list(given.places)}. Choose each at most once.")
    return given.places


def suggested(right: bool) -> Rating:
    """The rating to offer first for an answer that was judged."""
    return Rating.GOOD if right else Rating.AGAIN
