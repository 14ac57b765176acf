"""The clock of a mock: whatever happens in between, it is a function of stored moments."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharpen.domain import mock as clock
from sharpen.domain.loop import What
from sharpen.domain.mock import Mock, MockRound, Pause, Phase, elapsed, left, paused_within, phase, runs_out, spent

START = datetime(2026, 11, 3, 12, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def a_mock(*minutes: int, rest: int = 5) -> Mock:
    rounds = tuple(MockRound("breadth", each, What.CARDS, rest=rest) for each in minutes)
    return Mock("me", "m1", "loop", "A loop", 1, START, START, rounds)


moments = st.integers(0, 600).map(at)
pauses = st.lists(st.tuples(moments, moments).map(lambda two: Pause(min(two), max(two))), max_size=6)


@given(pauses, moments, moments)
def test_the_clock_never_runs_backwards_nor_faster_than_time(
    these: list[Pause], one: datetime, other: datetime
) -> None:
    first, last = min(one, other), max(one, other)
    early, late = elapsed(START, first, these), elapsed(START, last, these)
    assert 0 <= early <= late
    assert late - early <= (last - first).total_seconds() + 1e-6


@given(pauses, moments)
def test_pauses_that_overlap_count_once_in_any_order(these: list[Pause], end: datetime) -> None:
    minutes = {
        minute for one in these for minute in range(600) if one.ended and one.began <= at(minute) < min(one.ended, end)
    }
    assert paused_within(these, START, end) == 60 * len(minutes)
    assert paused_within(list(reversed(these)), START, end) == paused_within([*these, *these], START, end)


@given(pauses, st.integers(1, 300))
def test_the_time_is_over_when_the_clock_has_run_for_it(these: list[Pause], minutes: int) -> None:
    over = runs_out(START, 60 * minutes, these)
    assert over is not None
    assert elapsed(START, over, these) == 60 * minutes
    assert elapsed(START, over - timedelta(seconds=1), these) < 60 * minutes


@given(st.integers(1, 100), st.integers(0, 99), st.integers(0, 200))
def test_a_pause_puts_the_end_off_by_what_it_took(minutes: int, began: int, took: int) -> None:
    over = runs_out(START, 60 * minutes, [Pause(at(began), at(began + took))])
    assert over == at(minutes + took if began < minutes else minutes)
    assert runs_out(START, 60 * minutes, [Pause(at(began))]) == (None if began < minutes else at(minutes))


def test_a_mock_goes_from_round_to_break_to_round_by_the_clock() -> None:
    mock = a_mock(30, 10)
    assert phase(mock, at(0)) is Phase.READY
    mock = clock.begun(mock, at(0))
    assert (phase(mock, at(29)), left(mock, at(29))) == (Phase.RUNNING, 60)
    assert (phase(mock, at(30)), left(mock, at(45))) == (Phase.OVER, 0)
    mock = clock.ended(mock, at(45))
    assert mock.rounds[0].ended == at(30), "the round was over when its time was"
    assert (phase(mock, at(33)), left(mock, at(33))) == (Phase.BREAK, 120)
    assert (phase(mock, at(50)), left(mock, at(50))) == (Phase.BREAK, 0), "the next round waits for the candidate"
    mock = clock.ended(clock.begun(mock, at(50)), at(55))
    assert (phase(mock, at(99)), mock.finished) == (Phase.FINISHED, at(55))
    assert [spent(mock, each, at(99)) for each in mock.rounds] == [30 * 60, 5 * 60]


def test_a_pause_stops_the_clock_and_is_kept() -> None:
    mock = clock.paused(clock.begun(a_mock(30), at(0)), at(10))
    assert (phase(mock, at(500)), left(mock, at(500))) == (Phase.PAUSED, 20 * 60)
    assert clock.paused(mock, at(12)) == mock, "pausing twice is one pause"
    mock = clock.resumed(mock, at(24))
    assert mock.pauses == (Pause(at(10), at(24)),)
    assert (phase(mock, at(43)), phase(mock, at(44))) == (Phase.RUNNING, Phase.OVER)
    assert clock.paused(mock, at(44)) == mock, "when the time is over, there is nothing to pause"


def test_one_that_was_abandoned_goes_on_where_it_stood() -> None:
    mock = clock.abandoned(clock.begun(a_mock(30), at(0)), at(10))
    assert phase(mock, at(11)) is Phase.ABANDONED
    assert clock.begun(mock, at(11)) == clock.ended(mock, at(11)) == mock
    assert spent(mock, mock.rounds[0], at(300)) == 600
    back = clock.taken_up(mock, at(70))
    assert (phase(back, at(70)), left(back, at(70))) == (Phase.RUNNING, 20 * 60)
    paused = clock.abandoned(clock.paused(clock.begun(a_mock(30), at(0)), at(5)), at(10))
    assert left(clock.taken_up(paused, at(70)), at(70)) == 25 * 60


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    mock = clock.begun(a_mock(30, 10), at(0))
    assert left(mock, at(-60)) == 30 * 60
    mock = clock.ended(mock, at(-60))
    assert mock.rounds[0].ended == at(0)
    assert clock.begun(mock, at(-60)).rounds[1].started == at(0)


def test_a_round_that_was_skipped_took_no_time() -> None:
    mock = clock.ended(a_mock(30, 10), at(3), skipped=True)
    assert mock.rounds[0].skipped
    assert spent(mock, mock.rounds[0], at(9)) == 0
    assert replace(mock, rounds=mock.rounds[1:]).place == 0
