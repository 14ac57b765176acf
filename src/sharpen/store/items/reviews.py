"""The log of reviews in the database, and the sums over it that are kept with every review."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, and_, case, delete, func, insert, literal, not_, or_, select, true

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.log import Log, Rated
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Review
from sharpen.store.columns import parts
from sharpen.store.items.memories import STATE
from sharpen.store.repository import Repository
from sharpen.store.tables import review_days, review_sums, reviews
from sharpen.store.upsert import upsert

BINS = 20
FIRST, REPEATED = -1, -2
"""In place of a bin: a first meeting, and a review on the day of the last, which FSRS does not predict."""


class ReviewDay(NamedTuple):
    """What was reviewed on a day of practice: how often, how many items for the first time, and the seconds it took."""

    date: date
    reviews: int
    met: int
    seconds: float

    @property
    def minutes(self) -> float:
        return self.seconds / 60


REVIEW_DAY = review_days.c.day, review_days.c.reviews, review_days.c.met, review_days.c.seconds


class Reviews(Repository):
    """The reviews of one learner, and the sums over them."""

    def add(self, *new: Review) -> None:
        """Keep reviews, and count them."""
        # No upsert: one that is there already would be counted twice.
        if new:
            self.db.execute(insert(reviews), [{"learner": self.learner, **_row(review)} for review in new])
            self._count(new, 1)

    def remove(self, review_id: str) -> Review | None:
        """Forget a review, and count it no more; it is returned, or None if there is none."""
        review = self.get(review_id)
        if review is not None:
            self.db.execute(delete(reviews).where(_is(self.learner, review_id)))
            self._count([review], -1)
        return review

    def get(self, review_id: str) -> Review | None:
        """One review; None if there is none."""
        row = self.db.execute(select(reviews).where(_is(self.learner, review_id))).first()
        return _review(row._mapping) if row else None

    def last_of(self, item: str) -> Review | None:
        """The last review of an item; None before there was any."""
        newest = reviews.c.at.desc(), reviews.c.id.desc()
        where = and_(reviews.c.learner == self.learner, reviews.c.item == item)
        row = self.db.execute(select(reviews).where(where).order_by(*newest).limit(1)).first()
        return _review(row._mapping) if row else None

    def of_item(self, item: str, most: int) -> list[Review]:
        """The latest reviews of an item, the newest first."""
        where = and_(reviews.c.learner == self.learner, reviews.c.item == item)
        query = select(reviews).where(where).order_by(reviews.c.at.desc(), reviews.c.id.desc()).limit(most)
        return [_review(row._mapping) for row in self.db.execute(query)]

    def of_ids(self, ids: Collection[str]) -> dict[str, Review]:
        """Some reviews, by id; those that are not there are left out."""
        found = {}
        for some in parts(ids):
            for row in self.db.execute(
                select(reviews).where(reviews.c.learner == self.learner, reviews.c.id.in_(some))
            ):
                found[row.id] = _review(row._mapping)
        return found

    def everything(self) -> Iterator[Review]:
        """Every review, oldest first."""
        query = select(reviews).where(reviews.c.learner == self.learner).order_by(reviews.c.at, reviews.c.id)
        return (_review(row._mapping) for row in self.db.execute(query))

    def logs(self, items: Collection[str] | None = None) -> dict[str, Log]:
        """The log of every item that was ever reviewed, or of some, by item."""
        if items is None:
            return self._logs(true())
        found: dict[str, Log] = {}
        for some in parts(items):
            found |= self._logs(reviews.c.item.in_(some))
        return found

    def _logs(self, where: ColumnElement[bool]) -> dict[str, Log]:
        columns = reviews.c.item, reviews.c.at, reviews.c.rating, reviews.c.days, reviews.c.before_stability
        query = select(*columns).where(and_(reviews.c.learner == self.learner, where))
        of_item: dict[str, list[Rated]] = {}
        begun_elsewhere = set()
        for item, at, rating, days, before in self.db.execute(
            query.order_by(reviews.c.item, reviews.c.at, reviews.c.id)
        ):
            if item not in of_item:
                of_item[item] = []
                if before is not None:
                    begun_elsewhere.add(item)
            of_item[item].append(Rated(at, Rating(rating), days))
        before_all = {item: self._first_of(item).before for item in begun_elsewhere}
        return {item: Log(tuple(rated), before_all.get(item)) for item, rated in of_item.items()}

    def _first_of(self, item: str) -> Review:
        where = and_(reviews.c.learner == self.learner, reviews.c.item == item)
        oldest = reviews.c.at, reviews.c.id
        return _review(self.db.execute(select(reviews).where(where).order_by(*oldest).limit(1)).one()._mapping)

    def of_kind(self, kind: ItemKind) -> Iterator[tuple[str, date, Rating]]:
        """Topic, day and rating of every review of a kind of item, oldest first.

        Only kinds whose ids begin with their own name and a slash, as those of drills do, are found quickly.
        """
        begins = and_(reviews.c.item >= f"{kind.value}/", reviews.c.item < f"{kind.value}0")  # the character after "/"
        where = and_(reviews.c.learner == self.learner, begins, reviews.c.kind == kind)
        query = select(reviews.c.topic, reviews.c.day, reviews.c.rating).where(where)
        rows = self.db.execute(query.order_by(reviews.c.at, reviews.c.id))
        return ((topic, day, Rating(rating)) for topic, day, rating in rows)

    def ids(self) -> set[str]:
        """The ids of all reviews."""
        return set(self.db.execute(select(reviews.c.id).where(reviews.c.learner == self.learner)).scalars())

    def days(self) -> list[ReviewDay]:
        """The days of practice on which something was reviewed, oldest first."""
        query = select(*REVIEW_DAY).where(*self._practiced).order_by(review_days.c.day)
        return [ReviewDay(*row) for row in self.db.execute(query).all()]

    def dates(self) -> set[date]:
        """The days of practice on which something was reviewed."""
        return set(self.db.execute(select(review_days.c.day).where(*self._practiced)).scalars())

    def last_day(self, before: date) -> ReviewDay | None:
        """The last day of practice before another on which something was reviewed; None if there is none."""
        query = select(*REVIEW_DAY).where(*self._practiced, review_days.c.day < before)
        row = self.db.execute(query.order_by(review_days.c.day.desc()).limit(1)).first()
        return ReviewDay(*row) if row else None

    @property
    def _practiced(self) -> tuple[ColumnElement[bool], ...]:
        return review_days.c.learner == self.learner, review_days.c.reviews > 0

    def by_day(self, kinds: Collection[ItemKind], since: datetime) -> dict[date, int]:
        """How often items of some kinds were met on each day of practice since a time."""
        mine = and_(reviews.c.learner == self.learner, reviews.c.at >= since, reviews.c.kind.in_(kinds))
        query = select(reviews.c.day, func.count()).where(mine, reviews.c.rating > Rating.AGAIN.value)
        return {day: count for day, count in self.db.execute(query.group_by(reviews.c.day))}  # noqa: C416

    def seconds_by_span(
        self, since: datetime, starts: Sequence[date], without: Collection[ItemKind] = ()
    ) -> list[tuple[int, str, float]]:
        """By span of days and topic, the seconds of all reviews since a time but those of some kinds.

        A span begins on each of `starts`, which are in order; they are numbered from 0.
        """
        span = sum((case((reviews.c.day >= start, 1), else_=0) for start in starts[1:]), literal(0))
        mine = and_(reviews.c.learner == self.learner, reviews.c.at >= since, reviews.c.kind.not_in(without))
        query = select(span.label("span"), reviews.c.topic, func.sum(reviews.c.seconds)).where(mine)
        rows = self.db.execute(query.group_by("span", reviews.c.topic))
        return [(span, topic, seconds) for span, topic, seconds in rows]

    def between(self, begin: datetime, end: datetime, elsewhere: Collection[ItemKind] = ()) -> tuple[int, float]:
        """The items met from a time to another, and the seconds of all reviews; first times of `elsewhere` are none."""
        first = reviews.c.before_stability.is_(None)
        columns = func.count().filter(first), func.coalesce(func.sum(reviews.c.seconds), 0.0)
        asked = or_(not_(first), reviews.c.kind.not_in(elsewhere))
        query = select(*columns).where(
            reviews.c.learner == self.learner, reviews.c.at >= begin, reviews.c.at < end, asked
        )
        met, seconds = self.db.execute(query).one()
        return met, seconds

    def by_bin(self) -> dict[int, tuple[int, int, float]]:
        """By bin of predicted recall: the reviews, how many were remembered, and the sum of the predictions."""
        sums = func.sum(review_sums.c.reviews), func.sum(review_sums.c.remembered), func.sum(review_sums.c.predicted)
        predicted = and_(review_sums.c.learner == self.learner, review_sums.c.bin >= 0)
        rows = self.db.execute(select(review_sums.c.bin, *sums).where(predicted).group_by(review_sums.c.bin))
        return {bin_: (count, remembered, total) for bin_, count, remembered, total in rows if count}

    def by_topic(self) -> dict[str, tuple[int, int]]:
        """By topic: the reviews whose recall was predicted, and how many were remembered."""
        sums = func.sum(review_sums.c.reviews), func.sum(review_sums.c.remembered)
        predicted = and_(review_sums.c.learner == self.learner, review_sums.c.bin >= 0)
        rows = self.db.execute(select(review_sums.c.topic, *sums).where(predicted).group_by(review_sums.c.topic))
        return {topic: (count, remembered) for topic, count, remembered in rows if count}

    def pace(self) -> dict[ItemKind, tuple[int, float]]:
        """By kind of item: the reviews, and the seconds they took in all."""
        sums = func.sum(review_sums.c.reviews), func.sum(review_sums.c.seconds)
        rows = self.db.execute(
            select(review_sums.c.kind, *sums).where(review_sums.c.learner == self.learner).group_by(review_sums.c.kind)
        )
        return {ItemKind(kind): (count, seconds) for kind, count, seconds in rows if count}

    def _count(self, these: Iterable[Review], sign: int) -> None:
        """Add reviews to the sums, or with sign -1 take them out."""
        by_day: dict[date, dict[str, float]] = defaultdict(lambda: dict.fromkeys(("reviews", "met", "seconds"), 0))
        names = ("reviews", "remembered", "predicted", "seconds")
        sums: dict[tuple[str, ItemKind, int], dict[str, float]] = defaultdict(lambda: dict.fromkeys(names, 0))
        for review in these:
            day_sum = by_day[review.day]
            day_sum["reviews"] += 1
            day_sum["met"] += review.before is None
            day_sum["seconds"] += review.seconds
            sum_ = sums[review.item.topic, review.item.kind, bin_of(review)]
            sum_["reviews"] += 1
            sum_["remembered"] += review.rating is not Rating.AGAIN
            sum_["predicted"] += review.recall
            sum_["seconds"] += review.seconds
        for day_, values in by_day.items():
            self._add(review_days, {"day": day_}, values, sign)
        for (topic, kind, bin_), values in sums.items():
            self._add(review_sums, {"topic": topic, "kind": kind, "bin": bin_}, values, sign)

    def _add(self, table: Table, key: dict[str, Any], values: dict[str, float], sign: int) -> None:
        signed = {name: sign * value for name, value in values.items()}
        upsert(self.db, table, {"learner": self.learner, **key, **signed}, add=signed)


def bin_of(review: Review) -> int:
    """The bin of the recall that was predicted: 0 is up to 1/BINS; or FIRST, or REPEATED."""
    if review.before is None:
        return FIRST
    if not review.days:
        return REPEATED
    return min(int(review.recall * BINS), BINS - 1)


def _is(learner: str, review_id: str) -> ColumnElement[bool]:
    return and_(reviews.c.learner == learner, reviews.c.id == review_id)


def _row(review: Review) -> dict[str, Any]:
    before = vars(review.before) if review.before else dict.fromkeys(STATE)
    return {
        "id": review.id,
        "item": review.item.id,
        "kind": review.item.kind,
        "topic": review.item.topic,
        "at": review.at,
        "day": review.day,
        "days": review.days,
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
        day=row["day"],
        days=row["days"],
    )
