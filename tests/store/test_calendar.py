"""What was moved on the calendar, and how ready one was on each day, come back as they were kept."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sharpen.domain.move import Move
from sharpen.domain.readiness import ReadinessDay
from sharpen.store.engine import Store

AT = datetime(2026, 3, 5, 9, tzinfo=UTC)


def test_moves(store: Store) -> None:
    moved = Move("me", "problem", "two-sum", date(2026, 3, 6), AT)
    skipped = Move("me", "case", "rank-ads", None, AT.replace(hour=10))
    with store.writing("me") as mine:
        mine.moves.put(replace(moved, day=None), skipped)
        mine.moves.put(moved)
    with store.reading("me") as mine:
        assert list(mine.moves.everything()) == [skipped, moved]
        assert list(replace(mine, learner="you").moves.everything()) == []
    with store.writing("me") as mine:
        mine.moves.remove("case", "two-sum")
        mine.moves.remove("case", "rank-ads")
        assert list(mine.moves.everything()) == [moved]


def test_days_of_readiness(store: Store) -> None:
    first, second = (ReadinessDay("me", date(2026, 3, day), day / 10, {"depth": 0.25}) for day in (5, 6))
    with store.writing("me") as mine:
        mine.readiness_days.put(second, first)
        mine.readiness_days.put(replace(second, loop=0.9))
    with store.reading("me") as mine:
        assert list(mine.readiness_days.everything()) == [first, replace(second, loop=0.9)]
        assert list(replace(mine, learner="you").readiness_days.everything()) == []
