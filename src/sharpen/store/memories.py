"""How learners stand with items, in the database: memory, suspended, buried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from sharpen.domain.memory import LEECH, Memory
from sharpen.domain.review import Item, ItemKind, Standing
from sharpen.store.tables import memories, parts

STATE = ("stability", "difficulty", "last", "due", "reviews", "lapses")


class Row(NamedTuple):
    """A standing as it lies in the database, for counting with many: times are microseconds since 1970."""

    item: str
    kind: str
    topic: str
    stability: float | None
    difficulty: float | None
    last: int | None
    due: int | None
    reviews: int
    lapses: int
    suspended: int
    buried_until: int | None


def get(db: Connection, learner: str, item: str) -> Standing | None:
    """How the learner stands with an item; None when nothing is known of it."""
    row = db.execute(select(memories).where(_is(learner, item))).first()
    return _standing(row._mapping) if row else None


def put(db: Connection, standing: Standing) -> None:
    """Keep a standing, in place of the one that was there; one that says nothing is forgotten."""
    where = _is(standing.learner, standing.item.id)
    if standing.memory is None and not standing.suspended and standing.buried_until is None:
        db.execute(delete(memories).where(where))
        return
    row = _row(standing)
    if db.execute(update(memories).where(where).values(row)).rowcount == 0:
        db.execute(insert(memories).values(row))


def add(db: Connection, new: Sequence[Standing]) -> None:
    """Keep standings with items nothing was known of."""
    if new:
        db.execute(insert(memories), [_row(standing) for standing in new])


def put_all(db: Connection, learner: str, changed: Sequence[Standing]) -> None:
    """Keep standings in place of those that were there; tens of thousands take about a second."""
    for some in parts(standing.item.id for standing in changed):
        db.execute(delete(memories).where(memories.c.learner == learner, memories.c.item.in_(some)))
    add(db, [each for each in changed if each.memory or each.suspended or each.buried_until])


def move(db: Connection, learner: str, states: Mapping[str, Memory]) -> None:
    """Change stability, difficulty and due of memories that are there, by item, and nothing else of them."""
    changed = ("stability", "difficulty", "due")
    statement = update(memories).where(_is(learner, bindparam("of_item")))
    statement = statement.values({name: bindparam(f"new_{name}") for name in changed})
    new = [
        {"of_item": item, **{f"new_{name}": getattr(state, name) for name in changed}} for item, state in states.items()
    ]
    if new:
        db.execute(statement, new)


def rows(db: Connection, learner: str) -> list[Row]:
    """All of them, as they lie there."""
    query = select(*(memories.c[name] for name in Row._fields)).where(memories.c.learner == learner)
    # Twenty thousand rows: the driver's own are half the price of SQLAlchemy's.
    return list(map(Row._make, db.execute(query).cursor.fetchall()))


def everything(db: Connection, learner: str) -> Iterator[Standing]:
    """Every standing, by item."""
    return _standings(db, memories.c.learner == learner)


def suspended(db: Connection, learner: str) -> Iterator[Standing]:
    """Those that are suspended, by item."""
    return _standings(db, and_(memories.c.learner == learner, memories.c.suspended.is_(True)))


def leeches(db: Connection, learner: str) -> list[Standing]:
    """Those that lapsed LEECH times or more, the worst first."""
    found = _standings(db, and_(memories.c.learner == learner, memories.c.lapses >= LEECH))
    return sorted(found, key=lambda standing: -(standing.memory.lapses if standing.memory else 0))


def of_items(db: Connection, learner: str, items: Iterable[str]) -> dict[str, Standing]:
    """The standings with some items, by item; those nothing is known of are left out."""
    found = {}
    for some in parts(items):
        for standing in _standings(db, and_(memories.c.learner == learner, memories.c.item.in_(some))):
            found[standing.item.id] = standing
    return found


def count(db: Connection, learner: str) -> int:
    """How many there are."""
    return int(db.execute(select(func.count()).select_from(memories).where(memories.c.learner == learner)).scalar_one())


def due(db: Connection, learner: str, by: datetime, now: datetime) -> set[str]:
    """The items that may be asked now and are due by a time."""
    free = or_(memories.c.buried_until.is_(None), memories.c.buried_until <= now)
    where = and_(memories.c.learner == learner, memories.c.suspended.is_(False), memories.c.due <= by, free)
    return set(db.execute(select(memories.c.item).where(where)).scalars())


def _standings(db: Connection, where: ColumnElement[bool]) -> Iterator[Standing]:
    return (_standing(row._mapping) for row in db.execute(select(memories).where(where).order_by(memories.c.item)))


def _is(learner: str, item: str | BindParameter[str]) -> ColumnElement[bool]:
    return and_(memories.c.learner == learner, memories.c.item == item)


def _row(standing: Standing) -> dict[str, Any]:
    state = vars(standing.memory) if standing.memory else {**dict.fromkeys(STATE), "reviews": 0, "lapses": 0}
    return {
        "learner": standing.learner,
        "item": standing.item.id,
        "kind": standing.item.kind,
        "topic": standing.item.topic,
        **state,
        "suspended": standing.suspended,
        "buried_until": standing.buried_until,
    }


def _standing(row: Any) -> Standing:
    memory = Memory(*(row[name] for name in STATE)) if row["stability"] is not None else None
    item = Item(row["item"], ItemKind(row["kind"]), row["topic"])
    return Standing(row["learner"], item, memory, row["suspended"], row["buried_until"])
