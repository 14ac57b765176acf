"""An upsert puts a row in place of the one with its key, or adds to it, whichever database it is."""

import threading
from typing import Any

import pytest
from sqlalchemy import Dialect, select
from sqlalchemy.dialects import postgresql, sqlite

from sharpen.store import Store
from sharpen.store.tables import hints, review_sums
from sharpen.store.upsert import statement, upsert
from tests.store.conftest import START

SUM = {"learner": "me", "topic": "svm", "kind": "recall", "bin": 3}


def sums(**given: float) -> dict[str, Any]:
    return {**SUM, "reviews": 1, "remembered": 0, "predicted": 0.5, "seconds": 4.0, **given}


def test_a_row_takes_the_place_of_the_one_with_its_key(store: Store) -> None:
    row = {"learner": "me", "problem": "svm", "number": 1, "shown": START}
    with store.writing("me") as mine:
        upsert(mine.db, hints, row, {**row, "number": 2})
        upsert(mine.db, hints, {**row, "shown": START.replace(year=2030)})
        upsert(mine.db, hints)
        found = mine.db.execute(select(hints.c.number, hints.c.shown).order_by(hints.c.number)).all()
    assert [(number, shown.year) for number, shown in found] == [(1, 2030), (2, START.year)]


def test_columns_named_are_added_up(store: Store) -> None:
    names = ("reviews", "remembered", "predicted", "seconds")
    with store.writing("me") as mine:
        for row in (sums(), sums(remembered=1), sums(reviews=-1, seconds=-1.5)):
            upsert(mine.db, review_sums, row, add=names)
        (found,) = mine.db.execute(select(*(review_sums.c[name] for name in names)))
    assert tuple(found) == (1, 1, 1.5, 6.5)


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"])
def test_it_is_one_statement_in_each_dialect(dialect: Dialect) -> None:
    text = str(statement(dialect, review_sums, sums(), add=["reviews"]).compile(dialect=dialect))  # type: ignore[attr-defined]
    assert "ON CONFLICT (learner, topic, kind, bin) DO UPDATE SET" in text
    assert "reviews = (review_sums.reviews + excluded.reviews)" in text
    assert "seconds = excluded.seconds" in text


def test_two_threads_that_put_the_same_row_both_succeed(store: Store) -> None:
    def put() -> None:
        for _ in range(50):
            with store.writing("me") as mine:
                upsert(mine.db, review_sums, sums(), add=["reviews"])

    threads = [threading.Thread(target=put) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading("me") as mine:
        assert mine.db.execute(select(review_sums.c.reviews)).scalar_one() == 200
