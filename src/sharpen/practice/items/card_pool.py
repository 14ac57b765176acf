"""The pool: every card that a learner can be asked: the library's, those they brought from Anki, and their own."""

from sharpen.domain.card import BIN, MY_CARDS, OWN, Card
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.topic import Group, Outline, Topic
from sharpen.practice.errors import NoSuchTopic
from sharpen.practice.work import Work

BROUGHT = "anki/"
"""What the ids of cards and topics from Anki begin with; nothing in the library is called so."""


def card(work: Work, card_id: str) -> Card:
    """The card with this id. Raises KeyError."""
    if not is_kept(card_id):
        return work.library.cards[card_id]
    brought = work.cards.get(card_id)
    if brought is None or brought.topic == BIN:
        raise KeyError(card_id)
    return brought.card()


def item(work: Work, card_id: str) -> Item | None:
    """The card with this id as an item; None if there is none."""
    if not is_kept(card_id):
        return work.library.cards.item(card_id)
    brought = work.cards.get(card_id)
    return Item(brought.id, ItemKind.RECALL, brought.topic) if brought and brought.topic != BIN else None


def is_kept(card_or_deck: str) -> bool:
    """Whether a card or a deck lies with the learner's data, not in the library: brought from Anki, or their own."""
    return card_or_deck.startswith((BROUGHT, OWN))


def items(work: Work) -> list[Item]:
    """Every card as an item: the library's in the order of its outline, then the others by deck."""
    return [*work.library.cards.index().values(), *work.cards.items()]


def outline(work: Work) -> Outline:
    """The library's outline, with one more round each for the learner's own cards and for decks from Anki, if any."""
    rounds, groups = dict(work.library.outline.rounds), list(work.library.outline.groups)
    for round_, title_ in ((OWN, "Your own cards"), (BROUGHT, "From Anki")):
        mine = [deck for deck in work.cards.topics() if deck.startswith(round_)]
        if mine:
            rounds[round_] = title_
            groups.append(Group(round_, "Decks", tuple(Topic(deck, deck_name(deck), round_, "Decks") for deck in mine)))
    return Outline(rounds, tuple(groups))


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
    if is_kept(topic_id):
        return deck_name(topic_id)
    return next((each.title for each in work.library.outline if each.id == topic_id), topic_id)


def note(card_id: str) -> str:
    """What cards of one note of Anki have in common, as they often tell each other's answers; else the card itself."""
    return card_id.rpartition("-")[0] if card_id.startswith(BROUGHT) else card_id


def deck_name(topic_id: str) -> str:
    """What a deck is called, from its id as a topic."""
    return "My cards" if topic_id == MY_CARDS else topic_id.removeprefix(BROUGHT)
