"""What waits today is one number, wherever it stands."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from sharpen.domain.day import day_of
from sharpen.domain.memory import Rating
from sharpen.practice import Workspace
from sharpen.practice.day import plan, session
from tests.looking import look

BADGE = re.compile(r'<a class="due" href="/review">([^<]*)</a>')
HOME = re.compile(r'<p class="task-kind">Review</p>\s*<p class="task-title">(.*?)</p>')
TILE = re.compile(r"<dt>Today</dt>\s*<dd>(\d+)</dd>\s*<dd class=\"small\">\s*([^<]*?), (?:about|less)", re.DOTALL)
LEFT = re.compile(r'<p class="session-left">\s*(\d+) left(?:, (\d+) new)?')


def said(client: TestClient) -> dict[str, tuple[int, int]]:
    """What each page says is due and new, from those that say it."""

    def read(words: str) -> tuple[int, int]:
        due, new = re.search(r"(\d+) due", words), re.search(r"(\d+) new", words)
        return int(due[1]) if due else 0, int(new[1]) if new else 0

    found = {}
    for path in ("/", "/problems", "/statistics", "/plan", "/review", "/nowhere"):
        (words,) = BADGE.findall(client.get(path).text)
        found[path] = read(words)
    found["home"] = read(HOME.findall(client.get("/").text)[0])
    ((total, words),) = TILE.findall(client.get("/plan/forecast").text)
    found["plan"] = read(words)
    assert int(total) == sum(found["plan"])
    ((left, new),) = LEFT.findall(client.get("/review").text)
    found["session"] = int(left) - int(new or 0), int(new or 0)
    return found


@pytest.fixture
def learned(workspace: Workspace) -> None:
    """Twelve cards were met, and five of them are due."""
    plan.change(workspace, new_a_day=20, minutes=60)
    for number in range(12):
        asked = look(workspace, session.current).asked or session.more(workspace).asked
        assert asked
        session.answer(workspace, asked.key)
        session.rate(workspace, asked.key, Rating.GOOD)
        with workspace.writing() as work:
            known = work.memories.get(asked.item)
            assert known
            assert known.memory
            now = datetime.now(UTC)
            due = now - timedelta(days=1) if number < 5 else now + timedelta(days=9)
            work.memories.put(replace(known, memory=replace(known.memory, last=now - timedelta(days=9), due=due)))
    with workspace.writing() as work:
        kept = work.review_sessions.get("")
        assert kept
        work.review_sessions.put(replace(kept, started=kept.started - timedelta(days=2)))


@pytest.mark.parametrize("date", [False, True])
def test_nothing_was_ever_learned(client: TestClient, workspace: Workspace, date: bool) -> None:
    if date:
        plan.change(workspace, date=day_of(datetime.now(UTC)) + timedelta(days=21))
    found = said(client)
    assert len(set(found.values())) == 1, found
    assert found["/"][0] == 0
    assert found["/"][1] > 0


@pytest.mark.usefixtures("learned")
@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("date", [False, True])
def test_some_are_due_and_some_are_new(client: TestClient, workspace: Workspace, begun: bool, date: bool) -> None:
    if date:
        # In an hour of review a day more is new than can be learned until then, and may come before what is due.
        plan.change(workspace, date=day_of(datetime.now(UTC)) + timedelta(days=21), minutes=600)
    if begun:
        asked = look(workspace, session.current).asked
        assert asked
        client.post("/review/answer", data={"key": asked.key, "reveal": "1"})
        client.post("/review/rate", data={"key": asked.key, "rating": "3"})
    found = said(client)
    assert len(set(found.values())) == 1, found
    assert all(found["/"])


def test_home_counts_the_days_once_there_is_a_date(client: TestClient, workspace: Workspace) -> None:
    assert "Set the date of your interview" in client.get("/").text
    plan.change(workspace, date=day_of(datetime.now(UTC)) + timedelta(days=21))
    html = client.get("/").text
    assert "Set the date of your interview" not in html
    assert "21 days to your interview" in html
    assert BADGE.findall(html)
