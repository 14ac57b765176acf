"""How learners stand with items, in the database: memory, suspended, buried."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    and_,
    bindparam,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import LEECH, Memory
from sharpen.domain.review import Standing
from sharpen.store.columns import Instant, parts
from sharpen.store.repository import Repository
from sharpen.store.tables import memories
from sharpen.store.upsert import upsert

if TYPE_CHECKING:
    from sharpen.store.known import Known

STATE = ("stability", "difficulty", "last", "due", "reviews", "lapses")


class Memories(Repository):
    """How one learner stands with items."""

    def get(self, item: str) -> Standing | None:
        """How the learner stands with an item; None when nothing is known of it."""
        row = self.db.execute(select(memories).where(_is(self.learner, item))).first()
        return _standing(row._mapping) if row else None

    def put(self, *standings: Standing) -> None:
        """Keep standings, each in place of the one that was there; one that says nothing is forgotten.

        Tens of thousands take about a second.
        """
        worth_keeping = [
            each for each in standings if each.memory or each.suspended or each.buried_until or each.changed
        ]
        upsert(self.db, memories, *({"learner": self.learner, **_row(each)} for each in worth_keeping))
        for some in parts({each.item.id for each in standings} - {each.item.id for each in worth_keeping}):
            self.db.execute(delete(memories).where(memories.c.learner == self.learner, memories.c.item.in_(some)))

    def move(self, states: Mapping[str, Memory]) -> None:
        """Change stability, difficulty and due of memories that are there, by item, and nothing else of them."""
        changed = ("stability", "difficulty", "due")
        statement = update(memories).where(_is(self.learner, bindparam("of_item")))
        statement = statement.values({name: bindparam(f"new_{name}") for name in changed})
        new = [
            {"of_item": item, **{f"new_{name}": getattr(state, name) for name in changed}}
            for item, state in states.items()
        ]
        if new:
            self.db.execute(statement, new)

    def known(self, items: Collection[str] | None = None) -> "Known":
        """How the learner stands with every item of which anything is known, or of some hundreds of them, as arrays."""
        from sharpen.store.known import COLUMNS, known  # late: it imports numpy, which most transactions do without

        query = select(memories.c.item, *(_plain(memories.c[name]) for name in COLUMNS))
        query = query.where(memories.c.learner == self.learner)
        found = self.db.execute(query if items is None else query.where(memories.c.item.in_(items)))
        # In parts that are thrown away at once: all rows together would be searched for garbage again and again.
        return known(found.partitions(500))

    def everything(self) -> Iterator[Standing]:
        """Every standing, by item."""
        return self._standings(memories.c.learner == self.learner)

    def suspended(self) -> Iterator[Standing]:
        """Those that are suspended, by item."""
        return self._standings(and_(memories.c.learner == self.learner, memories.c.suspended.is_(True)))

    def leeches(self) -> list[Standing]:
        """Those that lapsed LEECH times or more, the worst first."""
        found = self._standings(and_(memories.c.learner == self.learner, memories.c.lapses >= LEECH))
        return sorted(found, key=lambda standing: -(standing.memory.lapses if standing.memory else 0))

    def of_items(self, items: Iterable[str]) -> dict[str, Standing]:
        """The standings with some items, by item; those nothing is known of are left out."""
        found = {}
        for some in parts(items):
            for standing in self._standings(and_(memories.c.learner == self.learner, memories.c.item.in_(some))):
                found[standing.item.id] = standing
        return found

    def count(self) -> int:
        """How many there are."""
        query = select(func.count()).select_from(memories).where(memories.c.learner == self.learner)
        return int(self.db.execute(query).scalar_one())

    def _standings(self, where: ColumnElement[bool]) -> Iterator[Standing]:
        query = select(memories).where(where).order_by(memories.c.item)
        return (_standing(row._mapping) for row in self.db.execute(query))


def _is(learner: str, item: str | BindParameter[str]) -> ColumnElement[bool]:
    return and_(memories.c.learner == learner, memories.c.item == item)


def _plain(column: Column[Any]) -> ColumnElement[Any]:
    """A column as it lies in the database: making a datetime of each time would take as long as all the rest."""
    return type_coerce(column, BigInteger) if isinstance(column.type, Instant) else column


def _row(standing: Standing) -> dict[str, Any]:
    state = vars(standing.memory) if standing.memory else {**dict.fromkeys(STATE), "reviews": 0, "lapses": 0}
    return {
        "item": standing.item.id,
        "kind": standing.item.kind,
        "topic": standing.item.topic,
        **state,
        "suspended": standing.suspended,
        "buried_until": standing.buried_until,
        "changed": standing.changed,
    }


def _standing(row: Any) -> Standing:
    memory = Memory(*(row[name] for name in STATE)) if row["stability"] is not None else None
    item = Item(row["item"], ItemKind(row["kind"]), row["topic"])
    return Standing(row["learner"], item, memory, row["suspended"], row["buried_until"], row["changed"])
