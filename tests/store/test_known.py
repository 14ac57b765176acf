"""What is known of many items comes as arrays, with times to the microsecond and nothing made up where nothing is."""

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.day import days_between
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory
from sharpen.domain.review import Standing
from sharpen.store import Store
from sharpen.store.columns import EPOCH, MICROSECOND
from sharpen.store.known import known
from tests.zones import BERLIN, NEEDED, TOKYO, zone

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
    spans = ((NOW + TINY, NOW + TINY), (NOW, NOW + TINY), (NOW - TINY, NOW))
    assert [known.reviewed_between(*span).tolist() for span in spans] == [[False] * 2, [True, False], [False] * 2]


@NEEDED
@given(
    st.sampled_from([BERLIN, TOKYO]),
    st.lists(st.datetimes(datetime(2026, 3, 1), datetime(2027, 6, 1), timezones=st.just(UTC)), min_size=1, max_size=9),
    st.datetimes(datetime(2027, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC)),
)
def test_days_are_counted_as_one_by_one(place: str, times: list[datetime], now: datetime) -> None:
    with zone(place):
        rows = [
            (f"item-{n}", 3.0, 5.0, (at - EPOCH) // MICROSECOND, 0, None, 1, 0, False) for n, at in enumerate(times)
        ]
        here = known([[*rows, ("nothing", None, None, None, None, None, 0, 0, False)]])
        *days, nothing = here.days_since_last(now).tolist()
        assert days == [days_between(at, now) for at in times]
        assert np.isnan(nothing)


def test_of_nothing_nothing_is_known(store: Store) -> None:
    with store.reading("me") as mine:
        nothing = mine.memories.known()
    assert len(nothing.ids) == len(nothing.of([]).met) == 0
    assert nothing.of(["x"]).met.tolist() == [False]
