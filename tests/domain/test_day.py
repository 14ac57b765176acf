"""Days are days of practice: they begin at four, and are counted as dates, however long each was."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.day import beginning, day_begins, day_ends, day_of, days_between
from tests.zones import BERLIN, NEEDED, TOKYO, zone

MORNING = datetime(2026, 11, 22, 8, 30)


def test_five_minutes_less_than_a_day_is_a_day() -> None:
    first = MORNING.astimezone(UTC)
    assert days_between(first, first + timedelta(hours=23, minutes=55)) == 1
    assert days_between(first, first + timedelta(hours=24, minutes=5)) == 1
    assert days_between(first, first + timedelta(hours=15)) == 0, "after midnight it is still the evening before"


def test_a_time_in_the_future_counts_as_now() -> None:
    first = MORNING.astimezone(UTC)
    assert days_between(first + timedelta(days=400), first) == 0


@NEEDED
@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 10, 24), date(2026, 12, 7), date(2027, 3, 27)])
def test_a_day_begins_at_four_in_summer_and_in_winter(day: date) -> None:
    with zone(BERLIN):
        begin = beginning(day)
        assert begin.astimezone().time().isoformat() == "04:00:00"
        assert day_of(begin) == day
        assert day_of(begin - timedelta(microseconds=1)) == day - timedelta(days=1)
        assert day_begins(begin) == begin
        assert day_ends(begin) == beginning(day + timedelta(days=1))
        july = beginning(date(2026, 7, 1))
        assert days_between(july, begin) == (day - date(2026, 7, 1)).days


@NEEDED
def test_a_day_has_23_or_25_hours_when_clocks_are_set() -> None:
    with zone(BERLIN):
        for day, hours in ((date(2026, 10, 24), 25), (date(2027, 3, 27), 23), (date(2027, 3, 28), 24)):
            noon = beginning(day) + timedelta(hours=8)
            assert day_ends(noon) - day_begins(noon) == timedelta(hours=hours)


@NEEDED
@given(
    st.sampled_from([BERLIN, TOKYO, "UTC", "EST5EDT,M3.2.0,M11.1.0"]),
    st.integers(0, 2000),
    st.floats(0, 0.95),
    st.floats(0, 0.95),
)
def test_days_between_are_those_of_the_calendar(place: str, days: int, one: float, other: float) -> None:
    """Wherever in its day each of two times lies. The shortest day has 23 hours."""
    with zone(place):
        begin = date(2024, 1, 5)
        first = beginning(begin) + one * timedelta(days=1)
        second = beginning(begin + timedelta(days=days)) + other * timedelta(days=1)
        assert days_between(first, second) == days
