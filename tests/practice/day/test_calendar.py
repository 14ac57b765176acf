"""The calendar is calculated from what is known: missed days leave nothing behind, and what was moved stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar as File

from sharpen.content.library import Library
from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.calendar import REVIEW, Day
from sharpen.domain.day import day_of
from sharpen.domain.task import Kind
from sharpen.domain.verdict import Verdict
from sharpen.practice import Workspace
from sharpen.practice.day import calendar, calendar_file, plan
from sharpen.practice.day.calendar import Calendar
from sharpen.practice.errors import BadPlan
from sharpen.practice.mocks import mocks, rounds
from tests.looking import look
from tests.practice.reviewing import clock

NOW = datetime.now(UTC)
TODAY = day_of(NOW)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """With all of our content, and a date in six weeks."""
    ws = replace(ws, library=Library.open())
    plan.change(ws, date=TODAY + timedelta(days=42), minutes=60)
    return ws


def gathered(ws: Workspace) -> Calendar:
    return look(ws, calendar.gather)


def where(found: Calendar, kind: str, id_: str) -> list[int]:
    """The days from today on which something is."""
    return [
        number
        for number, day in enumerate(found.days)
        for entry in day.entries
        if (entry.task.kind, entry.task.id) == (kind, id_)
    ]


def first_problem(found: Calendar) -> str:
    return next(e.task.id for day in found.days for e in day.entries if e.task.kind is Kind.PROBLEM)


def test_every_day_to_the_date_is_filled_and_says_why(ws: Workspace) -> None:
    days = gathered(ws).days
    assert [day.date for day in days] == [TODAY + timedelta(days=number) for number in range(42)]
    assert all(entry.task.why and entry.minutes >= 1 for day in days for entry in day.entries)
    whole = sum(day.total for day in days)
    assert 0.9 * 60 * 42 < whole < 1.1 * 60 * 42
    kinds = {entry.task.kind for day in days for entry in day.entries}
    assert kinds >= {Kind.REVIEW, Kind.PROBLEM, Kind.LESSON, Kind.CASE, Kind.DRILL, Kind.STORY, Kind.PROJECT, Kind.MOCK}


def test_the_last_day_is_for_the_review_alone(ws: Workspace) -> None:
    last: Day = gathered(ws).days[-1]
    assert [entry.task.kind for entry in last.entries] == [Kind.REVIEW]
    assert last.total == round(60 * REVIEW)


def test_days_off_are_empty(ws: Workspace) -> None:
    plan.change(ws, days_off={5, 6})
    for day in gathered(ws).days:
        assert bool(day.entries) is (day.date.weekday() < 5)


def test_a_missed_week_leaves_nothing_behind(ws: Workspace) -> None:
    before = gathered(ws)
    with clock(NOW + timedelta(days=7)):
        after = gathered(ws)
    assert len(after.days) == len(before.days) - 7
    assert max(day.total for day in after.days) <= max(day.total for day in before.days) + 15


def test_what_was_done_is_not_planned_again(ws: Workspace) -> None:
    slug = first_problem(gathered(ws))
    done = Attempt("a1", "me", slug, "v1", "x = 1\n", Origin.WEB, NOW, State.FINISHED, Verdict.ACCEPTED)
    with ws.writing() as work:
        work.attempts.add(replace(done, finished=NOW))
    assert where(gathered(ws), "problem", slug) == []


def test_moving_and_skipping_and_taking_it_back(ws: Workspace) -> None:
    planned = gathered(ws)
    slug = first_problem(planned)
    there = where(planned, "problem", slug)
    day = TODAY + timedelta(days=20)
    calendar.move(ws, "problem", slug, day)
    assert where(gathered(ws), "problem", slug) == [20]
    with clock(NOW + timedelta(days=3)):
        assert where(gathered(ws), "problem", slug) == [17], "it stays on its day"
    calendar.move(ws, "problem", slug, None)
    skipped = gathered(ws)
    assert where(skipped, "problem", slug) == []
    assert [task.id for task in skipped.skipped] == [slug]
    calendar.free(ws, "problem", slug)
    assert where(gathered(ws), "problem", slug) == there
    assert gathered(ws) == planned


def test_what_was_put_on_a_day_that_is_over_is_free_again(ws: Workspace) -> None:
    slug = first_problem(gathered(ws))
    calendar.move(ws, "problem", slug, TODAY)
    with clock(NOW + timedelta(days=2)):
        assert where(gathered(ws), "problem", slug) != []


def test_a_mock_loop_is_moved_by_itself(ws: Workspace) -> None:
    mocks = [e.task.id for day in gathered(ws).days for e in day.entries if e.task.kind is Kind.MOCK]
    assert len(set(mocks)) == len(mocks) >= 4
    calendar.move(ws, "mock", mocks[0], None)
    calendar.move(ws, "mock", mocks[1], TODAY + timedelta(days=11))
    found = gathered(ws)
    assert where(found, "mock", mocks[1]) == [11]
    left = [e.task.id for day in found.days for e in day.entries if e.task.kind is Kind.MOCK]
    assert sorted(left) == sorted(mocks[1:])


def test_mock_loops_take_turns_and_fit_into_their_day(ws: Workspace) -> None:
    entries = [e for day in gathered(ws).days for e in day.entries if e.task.kind is Kind.MOCK]
    loops = [entry.task.id.partition("@")[0] for entry in entries]
    assert loops[:4] == ["phone-screen", "ml-phone-screen"] * 2  # the full loop fits into no hour
    assert {entry.minutes for entry in entries} == {45}
    calendar.move(ws, "mock", entries[0].task.id, None)
    mock = mocks.start(ws, "phone-screen")
    rounds.skip(ws, mock.id)
    rounds.skip(ws, mock.id)
    found = gathered(ws)  # it is skipped still, though it is another's turn now
    assert [task.id for task in found.skipped if task.kind is Kind.MOCK] == [entries[0].task.id]
    later = [e.task.id.partition("@")[0] for day in found.days for e in day.entries if e.task.kind is Kind.MOCK]
    assert later[:2] == ["ml-phone-screen", "phone-screen"]


def test_a_mock_loop_is_shortened_where_the_day_is_short(ws: Workspace) -> None:
    plan.change(ws, date=TODAY + timedelta(days=42), minutes=30)
    minutes = {e.minutes for day in gathered(ws).days for e in day.entries if e.task.kind is Kind.MOCK}
    assert minutes == {22}


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=400)])
def test_a_day_that_is_none_is_refused(ws: Workspace, day: object) -> None:
    with pytest.raises(BadPlan, match="Nothing was moved"):
        calendar.move(ws, "problem", first_problem(gathered(ws)), day)  # type: ignore[arg-type]


def test_what_is_not_there_cannot_be_moved(ws: Workspace) -> None:
    with pytest.raises(BadPlan, match="not on the calendar"):
        calendar.move(ws, "problem", "no-such-problem", TODAY)


def test_a_role_changes_what_is_planned(ws: Workspace) -> None:
    def minutes(kind: Kind) -> int:
        return sum(e.minutes for day in gathered(ws).days for e in day.entries if e.task.kind is kind)

    plan.change(ws, role="ml-engineer", level="staff")
    staff = minutes(Kind.CASE)
    plan.change(ws, role="ml-engineer", level="new-grad")
    assert minutes(Kind.CASE) < staff


def test_the_file_keeps_its_zone_over_the_change_of_clocks(ws: Workspace) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    summer, winter = datetime(2027, 3, 26).date(), datetime(2027, 4, 2).date()
    days = tuple(replace(gathered(ws).days[0], date=date) for date in (summer, winter))
    text = calendar_file.write(Calendar(days), winter, calendar_file.EVENING, berlin)
    file = File.from_ical(text)
    first, second, interview = file.walk("VEVENT")
    for event in (first, second, interview):
        assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert (first.start.hour, second.start.hour) == (19, 19)
    assert second.start.utcoffset() - first.start.utcoffset() == timedelta(hours=1)
    assert [str(zone["TZID"]) for zone in file.walk("VTIMEZONE")] == ["Europe/Berlin"]
    assert first["UID"] != second["UID"]
    again = File.from_ical(calendar_file.write(Calendar(days), winter, calendar_file.EVENING, berlin))
    assert [event["UID"] for event in again.walk("VEVENT")] == [event["UID"] for event in file.walk("VEVENT")]
    assert interview.start.hour == 9
