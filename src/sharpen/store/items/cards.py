"""The cards that learners brought or wrote, in the database."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import ColumnElement, and_, delete, func, or_, select

from sharpen.domain.card import BIN, Brought
from sharpen.domain.item import Item, ItemKind
from sharpen.store.columns import parts
from sharpen.store.repository import Repository
from sharpen.store.tables import cards
from sharpen.store.upsert import upsert


class Cards(Repository):
    """The cards that one learner brought or wrote; those in the bin are found by their ids, and are in no list."""

    def get(self, card_id: str) -> Brought | None:
        """One card; None if there is none."""
        row = self.db.execute(select(cards).where(_is(self.learner, card_id))).first()
        return Brought(**row._mapping) if row else None

    def of_ids(self, ids: Iterable[str]) -> dict[str, Brought]:
        """Some cards, by id; those that are not there are left out."""
        found = {}
        for some in parts(ids):
            for row in self.db.execute(select(cards).where(cards.c.learner == self.learner, cards.c.id.in_(some))):
                found[row.id] = Brought(**row._mapping)
        return found

    def put(self, *brought: Brought) -> None:
        """Keep cards, each in place of the one with its id; tens of thousands take about a second."""
        upsert(self.db, cards, *({**vars(card), "learner": self.learner} for card in brought))

    def items(self, topics: Collection[str] | None = None) -> list[Item]:
        """Every card as an item, or those of some topics, topic by topic."""
        query = select(cards.c.id, cards.c.topic).where(_listed(self.learner))
        if topics is not None:
            query = query.where(cards.c.topic.in_(topics))
        rows = self.db.execute(query.order_by(cards.c.topic, cards.c.id)).all()
        return [Item(card_id, ItemKind.RECALL, topic) for card_id, topic in rows]

    def topics(self) -> dict[str, int]:
        """How many cards there are, by topic."""
        query = select(cards.c.topic, func.count()).where(_listed(self.learner)).group_by(cards.c.topic)
        return {row[0]: row[1] for row in self.db.execute(query.order_by(cards.c.topic))}

    def with_words(self, words: Iterable[str]) -> set[str]:
        """The ids of the cards on which all of these words stand, given in small letters."""
        wanted = list(words)
        query = select(cards.c.id, cards.c.question, cards.c.answer).where(_listed(self.learner))
        for word in filter(str.isascii, wanted):  # the database knows the capitals of no other letters
            either = cards.c.question.icontains(word, autoescape=True), cards.c.answer.icontains(word, autoescape=True)
            query = query.where(or_(*either))
        rows = self.db.execute(query).all()
        return {card_id for card_id, *texts in rows if all(word in "\n".join(texts).lower() for word in wanted)}

    def of_topic(self, topic: str) -> list[Brought]:
        """The cards of one deck, also of the bin, by id."""
        query = select(cards).where(cards.c.learner == self.learner, cards.c.topic == topic).order_by(cards.c.id)
        return [Brought(**row._mapping) for row in self.db.execute(query)]

    def everything(self) -> Iterator[Brought]:
        """Every card, those in the bin among them, by id."""
        query = select(cards).where(cards.c.learner == self.learner).order_by(cards.c.id)
        return (Brought(**row._mapping) for row in self.db.execute(query))

    def remove_topic(self, topic: str) -> int:
        """Forget the cards of a topic and return their number."""
        return self.db.execute(delete(cards).where(cards.c.learner == self.learner, cards.c.topic == topic)).rowcount


def _listed(learner: str) -> ColumnElement[bool]:
    return and_(cards.c.learner == learner, cards.c.topic != BIN)


def _is(learner: str, card_id: str) -> ColumnElement[bool]:
    return and_(cards.c.learner == learner, cards.c.id == card_id)
