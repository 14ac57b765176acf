"""The calendar as a file for other calendars (iCalendar, RFC 5545): each day is an event, and so is the interview.

Times are those of a zone with a name, whose rules are in the file too: one o'clock stays one o'clock when the clocks
change. An event keeps its name, so that a file read again takes the place of the one before.
"""

from datetime import UTC, datetime, time, timedelta
from datetime import date as Date
from zoneinfo import ZoneInfo

from sharpen.domain.calendar import Day, Entry
from sharpen.domain.plan import INTERVIEW_AT
from sharpen.practice.day.calendar import Calendar

EVENING = time(19)
"""When practice begins where nothing else was said."""
LONGEST_INTERVIEW = timedelta(hours=1)


def local_zone() -> ZoneInfo:
    """The zone of this machine by its name; UTC where it has none."""
    from tzlocal import get_localzone

    return get_localzone()


def write(found: Calendar, date: Date | None, at: time, zone: ZoneInfo) -> bytes:
    """The days as events that begin at a time of a zone, and the interview on its date."""
    from icalendar import Calendar as File
    from icalendar import Event

    file, now = File(), datetime.now(UTC)
    file.add("prodid", "-//sharpen//calendar//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", "sharpen")

    def add(name: str, start: datetime, length: timedelta, title: str, words: str) -> None:
        event = Event()
        event.add("uid", f"{name}@sharpen")
        event.add("dtstamp", now)
        event.add("dtstart", start)
        event.add("dtend", start + length)
        event.add("summary", title)
        event.add("description", words)
        file.add_component(event)

    for day in found.days:
        if day.entries:
            start = datetime.combine(day.date, at, zone)
            add(f"day-{day.date}", start, timedelta(minutes=day.total), f"Practice, {day.total} min", _words(day))
    if date is not None:
        add("interview", datetime.combine(date, INTERVIEW_AT, zone), LONGEST_INTERVIEW, "Interview", "")
    file.add_missing_timezones()
    return bytes(file.to_ical())


def _words(day: Day) -> str:
    return "\n".join(f"{_title(entry)}, {entry.minutes} min: {entry.task.why}" for entry in day.entries)


def _title(entry: Entry) -> str:
    part = f" ({entry.part} of {entry.parts})" if entry.parts > 1 else ""
    return f"{entry.task.kind.capitalize()}: {entry.task.title}{part}"
