"""Stars in the real file: one row for a problem, and apart from those of others."""

from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.star import Star
from sharpen.store import Store

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
ONE, OTHER = Star("me", "k-means", True, AT), Star("me", "svm", False, AT)


def test_a_star_comes_back_and_is_replaced(store: Store) -> None:
    with store.writing("me") as mine:
        mine.stars.put(ONE, OTHER)
    with store.reading("me") as mine:
        assert mine.stars.get("k-means") == ONE
        assert mine.stars.get("nowhere") is None
        assert list(mine.stars.everything()) == [ONE, OTHER]
        assert mine.stars.problems() == {"k-means"}
    with store.writing("me") as mine:
        mine.stars.put(replace(ONE, on=False))
        assert mine.stars.problems() == set()
    with store.reading("you") as theirs:
        assert list(theirs.stars.everything()) == []
