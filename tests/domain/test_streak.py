"""The streak: days of practice in a row, whatever the days off are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain.streak import streak

TODAY = date(2026, 12, 2)  # a Wednesday
SETS = st.sets(st.integers(-3, 60)).map(lambda ages: {TODAY - timedelta(days=age) for age in ages})
OFF = st.sets(st.integers(0, 6)).map(frozenset)


@given(SETS, OFF)
def test_it_counts_the_days_since_the_last_one_that_was_left_out(days: set[date], off: frozenset[int]) -> None:
    def unbroken(since: date) -> bool:
        between = (since + timedelta(days=n) for n in range(1, (TODAY - since).days))
        return all(day in days or day.weekday() in off for day in between)

    found = streak(days, TODAY, off)
    assert found.days == sum(day <= TODAY and unbroken(day) for day in days)
    assert found.today == (TODAY in days)


@given(SETS, OFF)
def test_practice_today_never_makes_it_shorter_and_a_day_off_neither(days: set[date], off: frozenset[int]) -> None:
    before = streak(days, TODAY, off).days
    assert streak(days | {TODAY}, TODAY, off).days == before + (TODAY not in days)
    assert streak(days, TODAY, frozenset(range(7))).days >= before


def test_a_day_that_is_not_over_breaks_nothing_and_one_left_out_does() -> None:
    days = {TODAY - timedelta(days=age) for age in (1, 2, 4)}
    assert streak(days, TODAY).days == 2
    assert streak(days | {TODAY}, TODAY).days == 3
    assert streak(days, TODAY, {(TODAY - timedelta(days=3)).weekday()}).days == 3
    assert streak(set(), TODAY, range(7)).days == 0
