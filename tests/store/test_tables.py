"""What databases do in ways of their own, and the tables therefore leave to Python."""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import JSON, Date, DateTime, Enum, Interval, Numeric, insert, select

import sharpen.store
from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.store import Store, StoreError
from sharpen.store.tables import metadata, review_days
from tests.store.conftest import NewAttempt

COLUMNS = [column for table in metadata.sorted_tables for column in table.columns]


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_no_column_is_of_a_kind_that_databases_read_differently(column: object) -> None:
    """JSON (NaN in it breaks later queries of SQLite), Enum (sorted by name here, by declaration there), and others."""
    kind = getattr(column.type, "impl_instance", column.type)  # type: ignore[attr-defined]
    assert not isinstance(kind, JSON | Enum | Interval)
    assert not isinstance(kind, Numeric) or not kind.asdecimal


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_no_time_is_stamped_by_the_database(column: object) -> None:
    """What SQLite stamps is not equal to the same time of Python's, and has whole seconds."""
    assert column.server_default is None  # type: ignore[attr-defined]
    assert column.server_onupdate is None  # type: ignore[attr-defined]
    assert column.default is None or not column.default.is_clause_element  # type: ignore[attr-defined]


def test_no_statement_reckons_with_times_in_the_database() -> None:
    words = ("func.now", "current_timestamp", "extract(", "func.strftime", "func.date", "text_pattern", "distinct(")
    for file in Path(sharpen.store.__file__).parent.rglob("*.py"):
        source = file.read_text().lower()
        assert [word for word in words if word in source] == [], file


def test_a_moment_comes_back_to_the_microsecond_and_in_order(store: Store, new_attempt: NewAttempt) -> None:
    """Also where its zone is another, and where it has no fraction, which SQLite writes shorter."""
    whole = datetime(2026, 3, 1, 12, tzinfo=UTC)
    times = [whole - timedelta(microseconds=1), whole, whole + timedelta(microseconds=1)]
    with store.writing("me") as mine:
        for at in reversed(times):
            mine.attempts.add(new_attempt(created=at, problem="k-means"))
    with store.reading("me") as mine:
        assert [attempt.created for attempt in mine.attempts.recent(9)] == times[::-1]


def test_a_day_is_found_by_a_day(store: Store) -> None:
    """A date is never equal to a time in SQLite, so days are looked for as days."""
    day = datetime(2026, 3, 1, tzinfo=UTC).date()
    row = {"learner": "me", "day": day, "reviews": 1, "met": 1, "seconds": 1.0}
    with store.writing("me") as mine:
        row |= {column.name: 0 for column in review_days.columns if column.name not in row}
        mine.db.execute(insert(review_days).values(row))
        assert isinstance(review_days.c.day.type, Date)
        assert not isinstance(review_days.c.day.type, DateTime)
        assert mine.db.execute(select(review_days.c.day).where(review_days.c.day == day)).scalar() == day


def test_a_number_that_is_none_is_refused_and_not_kept_as_nothing(store: Store, new_attempt: NewAttempt) -> None:
    """SQLite keeps NaN as NULL; where a number must be, that is an error at once and not when it is read."""

    def keep() -> None:
        with store.writing("me") as mine:
            mine.attempts.add(new_attempt(cpu_ms=math.nan))

    with pytest.raises(StoreError, match="NOT NULL"):
        keep()
    with store.reading("me") as mine:
        assert mine.attempts.count() == 0


def test_results_with_any_text_and_number_come_back(store: Store) -> None:
    """They are JSON in a column of text, which no query looks into."""
    result = CheckResult("NUL \0 and \\frac{a}{b}", Kind.EXAMPLE, Verdict.WRONG_ANSWER, math.inf, why="nan")
    now = datetime.now(UTC)
    attempt = Attempt(
        "a1", "me", "k-means", "v", "x", Origin.WEB, now, State.FINISHED, Verdict.WRONG_ANSWER, (result,), now
    )
    with store.writing("me") as mine:
        mine.attempts.add(attempt)
    with store.reading("me") as mine:
        kept = mine.attempts.get("a1")
        assert kept is not None
        assert kept.results == (result,)
