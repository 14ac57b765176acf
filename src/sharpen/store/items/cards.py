"""The cards that learners brought, in the database."""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, and_, delete, func, select

from sharpen.domain.card import Brought
from sharpen.domain.item import Item, ItemKind
from sharpen.store.columns import parts
from sharpen.store.repository import Repository
from sharpen.store.tables import cards
from sharpen.store.upsert import upsert


class Cards(Repository):
    """The cards that one learner brought."""

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

    def items(self) -> list[Item]:
        """Every card as an item, topic by topic."""
        query = select(cards.c.id, cards.c.topic).where(cards.c.learner == self.learner)
        rows = self.db.execute(query.order_by(cards.c.topic, cards.c.id))
        return [Item(card_id, ItemKind.RECALL, topic) for card_id, topic in rows]

    def topics(self) -> dict[str, int]:
        """How many cards there are, by topic."""
        query = select(cards.c.topic, func.count()).where(cards.c.learner == self.learner).group_by(cards.c.topic)
        return {row[0]: row[1] for row in self.db.execute(query.order_by(cards.c.topic))}

    def everything(self) -> Iterator[Brought]:
        """Every card, by id."""
        query = select(cards).where(cards.c.learner == self.learner).order_by(cards.c.id)
        return (Brought(**row._mapping) for row in self.db.execute(query))

    def remove_topic(self, topic: str) -> int:
        """Forget the cards of a topic and return their number."""
        return self.db.execute(delete(cards).where(cards.c.learner == self.learner, cards.c.topic == topic)).rowcount


def _is(learner: str, card_id: str) -> ColumnElement[bool]:
    return and_(cards.c.learner == learner, cards.c.id == card_id)
