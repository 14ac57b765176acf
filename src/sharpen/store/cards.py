"""The cards that learners brought, in the database."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select

from sharpen.domain.card import Brought
from sharpen.domain.review import Item, ItemKind
from sharpen.store.tables import cards, parts


def get(db: Connection, learner: str, card_id: str) -> Brought | None:
    """One card; None if there is none."""
    row = db.execute(select(cards).where(_is(learner, card_id))).first()
    return Brought(**row._mapping) if row else None


def of_ids(db: Connection, learner: str, ids: Iterable[str]) -> dict[str, Brought]:
    """Some cards, by id; those that are not there are left out."""
    found = {}
    for some in parts(ids):
        for row in db.execute(select(cards).where(cards.c.learner == learner, cards.c.id.in_(some))):
            found[row.id] = Brought(**row._mapping)
    return found


def known(db: Connection, learner: str, ids: Iterable[str]) -> set[str]:
    """Those of some ids that a card has."""
    found: set[str] = set()
    for some in parts(ids):
        query = select(cards.c.id).where(cards.c.learner == learner, cards.c.id.in_(some))
        found |= set(db.execute(query).scalars())
    return found


def add(db: Connection, new: Sequence[Brought]) -> None:
    """Keep new cards."""
    if new:
        db.execute(insert(cards), [vars(card) for card in new])


def put_all(db: Connection, learner: str, changed: Sequence[Brought]) -> None:
    """Keep cards in place of those with their ids; tens of thousands take about a second."""
    for some in parts(card.id for card in changed):
        db.execute(delete(cards).where(cards.c.learner == learner, cards.c.id.in_(some)))
    add(db, changed)


def items(db: Connection, learner: str) -> list[Item]:
    """Every card as an item, topic by topic."""
    query = select(cards.c.id, cards.c.topic).where(cards.c.learner == learner).order_by(cards.c.topic, cards.c.id)
    return [Item(card_id, ItemKind.RECALL, topic) for card_id, topic in db.execute(query)]


def topics(db: Connection, learner: str) -> dict[str, int]:
    """How many cards there are, by topic."""
    query = select(cards.c.topic, func.count()).where(cards.c.learner == learner).group_by(cards.c.topic)
    return {row[0]: row[1] for row in db.execute(query.order_by(cards.c.topic))}


def everything(db: Connection, learner: str) -> Iterator[Brought]:
    """Every card, by id."""
    query = select(cards).where(cards.c.learner == learner).order_by(cards.c.id)
    return (Brought(**row._mapping) for row in db.execute(query))


def remove(db: Connection, learner: str, topic: str) -> int:
    """Forget the cards of a topic; how many they were."""
    return db.execute(delete(cards).where(cards.c.learner == learner, cards.c.topic == topic)).rowcount


def _is(learner: str, card_id: str) -> ColumnElement[bool]:
    return and_(cards.c.learner == learner, cards.c.id == card_id)
