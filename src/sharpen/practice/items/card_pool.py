"""The pool: every card that a learner can be asked, those of the library and those they brought from Anki."""

from sharpen.domain.card import Card
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.topic import Group, Outline, Topic
from sharpen.practice.errors import NoSuchTopic
from sharpen.practice.work import Work

BROUGHT = "anki/"
"""What the ids of cards and topics from Anki begin with; nothing in the library is called so."""


def card(work: Work, card_id: str) -> Card:
    """The card with this id. Raises KeyError."""
    if not card_id.startswith(BROUGHT):
        return work.library.cards[card_id]
    brought = work.cards.get(card_id)
    if brought is None:
        raise KeyError(card_id)
    return brought.card()


def item(work: Work, card_id: str) -> Item | None:
    """The card with this id as an item; None if there is none."""
    if not card_id.startswith(BROUGHT):
        return work.library.cards.index().get(card_id)
    brought = work.cards.get(card_id)
    return Item(brought.id, ItemKind.RECALL, brought.topic) if brought else None


def items(work: Work) -> list[Item]:
    """Every card as an item: the library's in the order of its outline, then the others by deck."""
    return [*work.library.cards.index().values(), *work.cards.items()]


def outline(work: Work) -> Outline:
    """The library's outline, with the decks from Anki as one more round if there are any."""
    decks = tuple(Topic(deck, deck_name(deck), BROUGHT, "Decks") for deck in work.cards.topics())
    known = work.library.outline
    if not decks:
        return known
    return Outline({**known.rounds, BROUGHT: "From Anki"}, (*known.groups, Group(BROUGHT, "Decks", decks)))


def find(work: Work, topic_id: str) -> Topic:
    """A topic or a deck. Raises NoSuchTopic."""
    known = {each.id: each for each in outline(work)}
    if topic_id not in known:
        raise NoSuchTopic(topic_id, known)
    return known[topic_id]


def titles(work: Work) -> dict[str, str]:
    """What every topic and deck is called, by id."""
    return {each.id: each.title for each in outline(work)}


def title(work: Work, topic_id: str) -> str:
    """What one of them is called; its id when it is gone."""
    if topic_id.startswith(BROUGHT):
        return deck_name(topic_id)
    return next((each.title for each in work.library.outline if each.id == topic_id), topic_id)


def note(card_id: str) -> str:
    """What cards of one note of Anki have in common, as they often tell each other's answers; else the card itself."""
    return card_id.rpartition("-")[0] if card_id.startswith(BROUGHT) else card_id


def deck_name(topic_id: str) -> str:
    """What a deck is called, from its id as a topic."""
    return topic_id.removeprefix(BROUGHT)
