"""Every kind of card."""

from typing import Any, assert_never

from sharpen.domain.card import Card, Choice, Generator, Order, Recall
from sharpen.practice.cards.card import CardKind
from sharpen.practice.cards.choice import CHOICE
from sharpen.practice.cards.numeric import NUMERIC
from sharpen.practice.cards.order import ORDER
from sharpen.practice.cards.recall import RECALL


def kind_of(card: Card) -> CardKind[Any]:
    """What knows how to show a card, judge an answer to it and turn it over."""
    match card:
        case Choice():
            return CHOICE
        case Generator():
            return NUMERIC
        case Order():
            return ORDER
        case Recall():
            return RECALL
        case _:
            assert_never(card)
