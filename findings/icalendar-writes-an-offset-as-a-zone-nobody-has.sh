#!/bin/sh
# icalendar 7.3.2: a time with a fixed offset, as `datetime.astimezone()` gives it, is written under TZID="UTC+02:00", a
# zone that no calendar knows. `add_missing_timezones` adds none for it, and the library reads its own text back as a time
# without any zone. A time of a named zone (zoneinfo) gets its VTIMEZONE and comes back whole.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 tzdata
"$dir/venv/bin/python" - <<'PYTHON'
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event


def written(start):
    calendar, event = Calendar(), Event()
    event.add("uid", "practice")
    event.add("dtstart", start)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


offset = written(datetime(2027, 7, 1, 19, tzinfo=timezone(timedelta(hours=2))))
named = written(datetime(2027, 7, 1, 19, tzinfo=ZoneInfo("Europe/Berlin")))
assert b'DTSTART;TZID="UTC+02:00":20270701T190000' in offset, offset
assert b"VTIMEZONE" not in offset
assert Calendar.from_ical(offset).walk("VEVENT")[0].start.tzinfo is None
assert b"DTSTART;TZID=Europe/Berlin:20270701T190000" in named, named
assert b"BEGIN:VTIMEZONE" in named
back = Calendar.from_ical(named).walk("VEVENT")[0].start
assert back.utcoffset() == timedelta(hours=2), back
print('fixed offset: TZID="UTC+02:00", no VTIMEZONE, read back without a zone; named zone: whole')
PYTHON
