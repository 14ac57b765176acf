"""The log of reviews in the database, and the sums over it that are kept with every review."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, insert, not_, or_, select, true, update

from sharpen.domain.log import Log, Rated
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import day_of
from sharpen.domain.review import Item, ItemKind, Review
from sharpen.store.memories import STATE
from sharpen.store.tables import parts, review_days, review_sums, reviews

BINS = 20
FIRST, REPEATED = -1, -2
"""In place of a bin: a first meeting, and a review within a day of the last, which FSRS does not predict."""


def add(db: Connection, review: Review) -> None:
    """Keep a review, and count it."""
    db.execute(insert(reviews).values(_row(review)))
    _count(db, review.learner, [review], 1)


def remove(db: Connection, learner: str, review_id: str) -> Review | None:
    """Forget a review, and count it no more; it is returned, or None if there is none."""
    review = get(db, learner, review_id)
    if review is not None:
        db.execute(delete(reviews).where(_is(learner, review_id)))
        _count(db, learner, [review], -1)
    return review


def add_many(db: Connection, learner: str, new: Sequence[Review]) -> None:
    """Keep many reviews of one learner, and count them."""
    if new:
        db.execute(insert(reviews), [_row(review) for review in new])
        _count(db, learner, new, 1)


def get(db: Connection, learner: str, review_id: str) -> Review | None:
    """One review; None if there is none."""
    row = db.execute(select(reviews).where(_is(learner, review_id))).first()
    return _review(row._mapping) if row else None


def last_of(db: Connection, learner: str, item: str) -> Review | None:
    """The last review of an item; None before there was any."""
    newest = reviews.c.at.desc(), reviews.c.id.desc()
    where = and_(reviews.c.learner == learner, reviews.c.item == item)
    row = db.execute(select(reviews).where(where).order_by(*newest).limit(1)).first()
    return _review(row._mapping) if row else None


def everything(db: Connection, learner: str) -> Iterator[Review]:
    """Every review, oldest first."""
    query = select(reviews).where(reviews.c.learner == learner).order_by(reviews.c.at, reviews.c.id)
    return (_review(row._mapping) for row in db.execute(query))


def logs(db: Connection, learner: str, items: Collection[str] | None = None) -> dict[str, Log]:
    """The log of every item that was ever reviewed, or of some, by item."""
    if items is None:
        return _logs(db, learner, true())
    found: dict[str, Log] = {}
    for some in parts(items):
        found |= _logs(db, learner, reviews.c.item.in_(some))
    return found


def _logs(db: Connection, learner: str, where: ColumnElement[bool]) -> dict[str, Log]:
    columns = reviews.c.item, reviews.c.at, reviews.c.rating, reviews.c.before_stability
    query = select(*columns).where(and_(reviews.c.learner == learner, where))
    of_item: dict[str, list[Rated]] = {}
    begun_elsewhere = set()
    for item, at, rating, before in db.execute(query.order_by(reviews.c.item, reviews.c.at, reviews.c.id)):
        if item not in of_item:
            of_item[item] = []
            if before is not None:
                begun_elsewhere.add(item)
        of_item[item].append(Rated(at, Rating(rating)))
    before_all = {item: _first_of(db, learner, item).before for item in begun_elsewhere}
    return {item: Log(tuple(rated), before_all.get(item)) for item, rated in of_item.items()}


def _first_of(db: Connection, learner: str, item: str) -> Review:
    where = and_(reviews.c.learner == learner, reviews.c.item == item)
    oldest = reviews.c.at, reviews.c.id
    return _review(db.execute(select(reviews).where(where).order_by(*oldest).limit(1)).one()._mapping)


def ids(db: Connection, learner: str) -> set[str]:
    """The ids of all reviews."""
    return set(db.execute(select(reviews.c.id).where(reviews.c.learner == learner)).scalars())


def days(db: Connection, learner: str) -> list[tuple[date, int, int, float]]:
    """Each day of practice with its reviews, first meetings and seconds; oldest first."""
    columns = review_days.c.day, review_days.c.reviews, review_days.c.met, review_days.c.seconds
    query = select(*columns).where(review_days.c.learner == learner, review_days.c.reviews > 0)
    return [(row.day, row.reviews, row.met, row.seconds) for row in db.execute(query.order_by(review_days.c.day))]


def since(db: Connection, learner: str, begin: datetime) -> tuple[int, float]:
    """The cards met since a time, and the seconds of all reviews. Solving a problem for the first time is none."""
    first = reviews.c.before_stability.is_(None)
    columns = func.count().filter(first), func.coalesce(func.sum(reviews.c.seconds), 0.0)
    asked = or_(not_(first), reviews.c.kind != ItemKind.PROBLEM)
    met, seconds = db.execute(select(*columns).where(reviews.c.learner == learner, reviews.c.at >= begin, asked)).one()
    return met, seconds


def by_bin(db: Connection, learner: str) -> dict[int, tuple[int, int, float]]:
    """By bin of predicted recall: the reviews, how many were remembered, and the sum of the predictions."""
    sums = func.sum(review_sums.c.reviews), func.sum(review_sums.c.remembered), func.sum(review_sums.c.predicted)
    predicted = and_(review_sums.c.learner == learner, review_sums.c.bin >= 0)
    rows = db.execute(select(review_sums.c.bin, *sums).where(predicted).group_by(review_sums.c.bin))
    return {bin_: (count, remembered, total) for bin_, count, remembered, total in rows if count}


def by_topic(db: Connection, learner: str) -> dict[str, tuple[int, int]]:
    """By topic: the reviews whose recall was predicted, and how many were remembered."""
    sums = func.sum(review_sums.c.reviews), func.sum(review_sums.c.remembered)
    predicted = and_(review_sums.c.learner == learner, review_sums.c.bin >= 0)
    rows = db.execute(select(review_sums.c.topic, *sums).where(predicted).group_by(review_sums.c.topic))
    return {topic: (count, remembered) for topic, count, remembered in rows if count}


def pace(db: Connection, learner: str) -> dict[ItemKind, tuple[int, float]]:
    """By kind of item: the reviews, and the seconds they took in all."""
    sums = func.sum(review_sums.c.reviews), func.sum(review_sums.c.seconds)
    rows = db.execute(
        select(review_sums.c.kind, *sums).where(review_sums.c.learner == learner).group_by(review_sums.c.kind)
    )
    return {ItemKind(kind): (count, seconds) for kind, count, seconds in rows if count}


def bin_of(review: Review) -> int:
    """The bin of the recall that was predicted: 0 is up to 1/BINS; or FIRST, or REPEATED."""
    if review.before is None:
        return FIRST
    if review.at - review.before.last < timedelta(days=1):
        return REPEATED
    return min(int(review.recall * BINS), BINS - 1)


def _count(db: Connection, learner: str, these: Iterable[Review], sign: int) -> None:
    """Add reviews to the sums, or with sign -1 take them out."""
    by_day: dict[date, dict[str, float]] = defaultdict(lambda: dict.fromkeys(("reviews", "met", "seconds"), 0))
    names = ("reviews", "remembered", "predicted", "seconds")
    sums: dict[tuple[str, ItemKind, int], dict[str, float]] = defaultdict(lambda: dict.fromkeys(names, 0))
    for review in these:
        day_sum = by_day[day_of(review.at)]
        day_sum["reviews"] += 1
        day_sum["met"] += review.before is None
        day_sum["seconds"] += review.seconds
        sum_ = sums[review.item.topic, review.item.kind, bin_of(review)]
        sum_["reviews"] += 1
        sum_["remembered"] += review.rating is not Rating.AGAIN
        sum_["predicted"] += review.recall
        sum_["seconds"] += review.seconds
    for day_, values in by_day.items():
        _add(db, review_days, {"learner": learner, "day": day_}, values, sign)
    for (topic, kind, bin_), values in sums.items():
        _add(db, review_sums, {"learner": learner, "topic": topic, "kind": kind, "bin": bin_}, values, sign)


def _add(db: Connection, table: Table, key: dict[str, Any], values: dict[str, float], sign: int) -> None:
    signed = {name: sign * value for name, value in values.items()}
    where = and_(*(table.c[name] == value for name, value in key.items()))
    changed = {name: table.c[name] + value for name, value in signed.items()}
    if db.execute(update(table).where(where).values(changed)).rowcount == 0:
        db.execute(insert(table).values(**key, **signed))


def _is(learner: str, review_id: str) -> ColumnElement[bool]:
    return and_(reviews.c.learner == learner, reviews.c.id == review_id)


def _row(review: Review) -> dict[str, Any]:
    before = vars(review.before) if review.before else dict.fromkeys(STATE)
    return {
        "learner": review.learner,
        "id": review.id,
        "item": review.item.id,
        "kind": review.item.kind,
        "topic": review.item.topic,
        "at": review.at,
        "rating": int(review.rating),
        "seconds": review.seconds,
        "seed": review.seed,
        "recall": review.recall,
        **{f"before_{name}": before[name] for name in STATE},
    }


def _review(row: Any) -> Review:
    state = [row[f"before_{name}"] for name in STATE]
    return Review(
        learner=row["learner"],
        id=row["id"],
        item=Item(row["item"], ItemKind(row["kind"]), row["topic"]),
        at=row["at"],
        rating=Rating(row["rating"]),
        seconds=row["seconds"],
        seed=row["seed"],
        recall=row["recall"],
        before=Memory(*state) if state[0] is not None else None,
    )
