"""The calendar as a page: every day with its reasons, and things put elsewhere."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar as File
from starlette.testclient import TestClient

from sharpen.domain.day import day_of
from sharpen.practice import Workspace
from sharpen.practice.day import plan

TODAY = day_of(datetime.now(UTC))
MOVE = re.compile(r'name="kind" value="(problem)">\s*<input type="hidden" name="id" value="([^"]+)"')


@pytest.fixture(autouse=True)
def planned(workspace: Workspace) -> None:
    plan.change(workspace, date=TODAY + timedelta(days=30), minutes=60)


def test_every_day_is_there(client: TestClient) -> None:
    html = client.get("/calendar").text
    for number in range(30):
        assert f'id="day-{TODAY + timedelta(days=number)}"' in html


def test_a_thing_is_moved_skipped_and_brought_back(client: TestClient) -> None:
    kind, slug = MOVE.findall(client.get("/calendar").text)[0]
    day = str(TODAY + timedelta(days=12))
    moved = client.post("/calendar", data={"kind": kind, "id": slug, "day": day}, follow_redirects=False)
    assert moved.headers["location"] == f"/calendar#day-{day}"
    html = client.get("/calendar").text
    assert "You put it here" in html
    client.post("/calendar", data={"kind": kind, "id": slug, "day": day, "skip": "1"})
    html = client.get("/calendar").text
    assert "Bring back" in html
    assert "You put it here" not in html
    client.post("/calendar", data={"kind": kind, "id": slug, "free": "1"})
    assert "Bring back" not in client.get("/calendar").text


@pytest.mark.parametrize("day", ["", "tomorrow", "2020-01-01", "9999-01-01"])
def test_a_bad_day_is_said_and_nothing_is_moved(client: TestClient, day: str) -> None:
    kind, slug = MOVE.findall(client.get("/calendar").text)[0]
    answer = client.post("/calendar", data={"kind": kind, "id": slug, "day": day})
    assert answer.status_code == 400
    assert "Nothing was moved." in answer.text
    assert "You put it here" not in client.get("/calendar").text


def test_the_file_has_an_event_for_every_day_and_the_interview(client: TestClient) -> None:
    answer = client.get("/sharpen.ics?at=07:30")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = File.from_ical(answer.content).walk("VEVENT")
    assert len(events) == 31
    assert {(event.start.hour, event.start.minute) for event in events} == {(7, 30), (9, 0)}
    assert client.get("/sharpen.ics?at=noon").status_code == 200


def test_without_a_date_it_is_thirty_days(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, no_date=True)
    html = client.get("/calendar").text
    assert "The next thirty days" in html
    assert len(File.from_ical(client.get("/sharpen.ics").content).walk("VEVENT")) == 30
