"""Reviews: the day of practice each was made on, and how many such days lie between it and the one before.

Until now a day was 24 hours here. A review made a little less than that after the one before counted as one of
the same day, whose recall was certain; it is predicted now, by the parameters in use. The sums are taken anew.
"""

import json
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

AGAIN, BINS, FIRST, REPEATED = 1, 20, -1, -2
DECAY = 0.1542
"""The usual w20 of FSRS 6."""
EPOCH, DAY = datetime(1970, 1, 1, tzinfo=UTC), timedelta(days=1)
NAMES = ("learner", "id", "topic", "kind", "at", "rating", "seconds", "recall", "before_stability", "before_last")


def upgrade() -> None:
    op.add_column("reviews", sa.Column("day", sa.Date(), nullable=False, server_default="1970-01-01"))
    op.add_column("reviews", sa.Column("days", sa.Integer(), nullable=False, server_default="0"))
    if not op.get_context().as_sql:
        _fill()


def _fill() -> None:
    connection = op.get_bind()
    reviews = sa.table("reviews", *(sa.column(name) for name in (*NAMES, "days")), sa.column("day", sa.Date()))
    where = sa.and_(reviews.c.learner == sa.bindparam("of"), reviews.c.id == sa.bindparam("which"))
    changed: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in ("days", "recall")}
    statement = sa.update(reviews).where(where).values(changed | {"day": sa.bindparam("new_day", type_=sa.Date())})
    decays, found = _decays(connection), [dict(row._mapping) for row in connection.execute(_all(reviews))]
    for row in found:
        _count(row, decays.get(row["learner"], DECAY))
    new = [
        {"of": row["learner"], "which": row["id"]} | {f"new_{name}": row[name] for name in ("day", "days", "recall")}
        for row in found
    ]
    if new:
        connection.execute(statement, new)
    _sum(connection, found)


def _all(reviews: Any) -> Any:
    return sa.select(*(reviews.c[name] for name in NAMES))


def _decays(connection: sa.Connection) -> dict[str, float]:
    """How fast memories fade by the parameters of each learner that has some."""
    plans = sa.table("plans", sa.column("learner"), sa.column("parameters"))
    rows = connection.execute(sa.select(plans.c.learner, plans.c.parameters))
    own = {learner: json.loads(parameters or "[]") for learner, parameters in rows}
    return {learner: parameters[20] for learner, parameters in own.items() if len(parameters) > 20}


def _count(row: dict[str, Any], decay: float) -> None:
    """Count the days of a review, and predict what was not predicted because 24 hours had not passed."""
    at, last = row["at"], row["before_last"]
    row["day"] = _day_of(at)
    row["days"] = 0 if last is None else max((row["day"] - _day_of(last)).days, 0)
    if row["days"] and (at - last) / 86_400e6 < 1:
        factor = 0.9 ** (-1 / decay) - 1
        row["recall"] = (1 + factor * row["days"] / row["before_stability"]) ** -decay


def _day_of(microseconds: int) -> date:
    return ((EPOCH + timedelta(microseconds=microseconds)).astimezone() - timedelta(hours=4)).date()


def _sum(connection: sa.Connection, found: list[dict[str, Any]]) -> None:
    days: dict[Any, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    bins: dict[Any, list[float]] = defaultdict(lambda: [0, 0, 0.0, 0.0])
    for row in found:
        new = row["before_stability"] is None
        bin_ = FIRST if new else min(int(row["recall"] * BINS), BINS - 1) if row["days"] else REPEATED
        for sums, values in (
            (days[row["learner"], row["day"]], (1, new, row["seconds"])),
            (
                bins[row["learner"], row["topic"], row["kind"], bin_],
                (1, row["rating"] != AGAIN, row["recall"], row["seconds"]),
            ),
        ):
            sums[:] = [total + value for total, value in zip(sums, values, strict=True)]
    _replace(connection, "review_days", ("learner", "day", "reviews", "met", "seconds"), days)
    _replace(
        connection,
        "review_sums",
        ("learner", "topic", "kind", "bin", "reviews", "remembered", "predicted", "seconds"),
        bins,
    )


def _replace(connection: sa.Connection, name: str, columns: tuple[str, ...], sums: dict[Any, list[float]]) -> None:
    table = sa.table(name, *(sa.column(each, sa.Date() if each == "day" else None) for each in columns))
    connection.execute(sa.delete(table))
    if sums:
        rows = [dict(zip(columns, (*key, *values), strict=True)) for key, values in sums.items()]
        connection.execute(sa.insert(table), rows)
