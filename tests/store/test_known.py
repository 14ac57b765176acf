"""What is known of many items comes as arrays, with times to the microsecond and nothing made up where nothing is."""

from datetime import UTC, datetime, timedelta

import numpy as np

from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory
from sharpen.domain.review import Standing
from sharpen.store import Store

NOW = datetime(2026, 11, 22, 12, 0, 0, 123457, tzinfo=UTC)
TINY = timedelta(microseconds=1)
MEMORY = Memory(3.25, 5.5, NOW, NOW + timedelta(days=3), 4, 1)


def item(name: str) -> Item:
    return Item(name, ItemKind.CHOICE, "svm")


def test_the_items_asked_for_in_the_order_asked_for(store: Store) -> None:
    with store.writing("me") as mine:
        mine.memories.put(
            Standing("me", item("met"), MEMORY),
            Standing("me", item("buried"), buried_until=NOW),
            Standing("me", item("suspended"), MEMORY, suspended=True),
        )
        known = mine.memories.known().of(["nothing", "suspended", "buried", "met"])
    assert known.ids == ["nothing", "suspended", "buried", "met"]
    assert known.met.tolist() == [False, True, False, True]
    assert known.suspended.tolist() == [False, True, False, False]
    assert known.reviews.tolist() == [0, 4, 0, 4]
    assert known.lapses.tolist() == [0, 1, 0, 1]
    assert known.at(np.array([3])).stability.tolist() == [3.25]


def test_times_are_compared_to_the_microsecond(store: Store) -> None:
    with store.writing("me") as mine:
        mine.memories.put(Standing("me", item("met"), MEMORY, buried_until=NOW))
        known = mine.memories.known().of(["met", "nothing"])
    assert [known.is_due(at).tolist() for at in (MEMORY.due, MEMORY.due + TINY)] == [[False] * 2, [True, False]]
    assert [known.is_buried(at).tolist() for at in (NOW, NOW - TINY)] == [[False] * 2, [True, False]]
    assert [known.reviewed_since(at).tolist() for at in (NOW + TINY, NOW)] == [[False] * 2, [True, False]]
    assert known.days_since_last(NOW + timedelta(hours=36))[0] == 1.5
    assert np.isnan(known.days_since_last(NOW)[1])


def test_of_nothing_nothing_is_known(store: Store) -> None:
    with store.reading("me") as mine:
        nothing = mine.memories.known()
    assert len(nothing.ids) == len(nothing.of([]).met) == 0
    assert nothing.of(["x"]).met.tolist() == [False]
