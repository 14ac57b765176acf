"""What a learner gets of a kind of exercise that the product did not have: run in a copy of it, by test_exercise.py."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from sharpen.practice.talks import talks
from starlette.testclient import TestClient

from sharpen.cli.day.card_view import print_question
from sharpen.cli.terminal.console import console
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import LEECH, Rating
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import due, listing, plan, session, statistics
from sharpen.practice.errors import NotAnswered
from sharpen.practice.exchange import backup
from sharpen.practice.items.asked import Asked
from sharpen.practice.work import Work
from sharpen.web.app import create_app

Found = TypeVar("Found")

LONG_AGO = datetime.now(UTC) - timedelta(days=60)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """A learner who did a talk long ago, and nothing else; no new cards are wanted."""
    opened = open_workspace(Settings(home=tmp_path / "home"))
    plan.change(opened, new_a_day=0)
    talks.finish(opened, "cache", Rating.GOOD, LONG_AGO)
    yield opened
    opened.close()


def front(ws: Workspace) -> Asked:
    asked = session.resume(ws).asked
    assert asked is not None
    return asked


def look(ws: Workspace, ask: Callable[[Work], Found]) -> Found:
    with ws.reading() as work:
        return ask(work)


def test_it_is_due_and_in_the_session_and_done_elsewhere(ws: Workspace) -> None:
    assert look(ws, due.today).due == 1
    asked = front(ws)
    assert (asked.item, asked.kind, asked.topic_title) == ("cache", ItemKind.TALK, "Averages")
    assert session.resume(ws).progress.minutes == 5.0
    assert asked.elsewhere is not None
    assert asked.elsewhere.path == "/talks/cache"
    with pytest.raises(NotAnswered, match="A talk is not answered here"):
        session.answer(ws, asked.key, typed="x")
    with pytest.raises(NotAnswered, match="Do the talk"):
        session.rate(ws, asked.key, Rating.GOOD)
    talks.finish(ws, "cache", Rating.GOOD)
    assert session.resume(ws).asked is None, "it was rated where it was done"


def test_giving_up_rates_it_and_can_be_undone(ws: Workspace) -> None:
    assert session.rate(ws, front(ws).key, Rating.AGAIN).asked is None, "it is too long to come back in the session"
    undone = session.undo(ws).asked
    assert undone is not None
    assert undone.item == "cache"
    assert session.suspend(ws, undone.key).asked is None
    (listed,) = look(ws, listing.suspended)
    assert (listed.standing.item.kind, listed.title) == (ItemKind.TALK, "How would you build a cache?")
    listing.ask_again(ws, "cache")
    assert look(ws, listing.suspended) == []


def test_one_that_does_not_stick_comes_with_advice(ws: Workspace) -> None:
    with ws.writing() as work:
        known = work.memories.get("cache")
        assert known is not None
        assert known.memory is not None
        work.memories.put(replace(known, memory=replace(known.memory, lapses=LEECH)))
    (leech,) = look(ws, listing.leeches)
    assert leech.advice.startswith("Write down the first three sentences")


def test_a_note_can_be_kept_on_one_never_done(ws: Workspace) -> None:
    listing.note(ws, "feed", "Begin with the goal.")
    (noted,) = look(ws, listing.noted)
    assert (noted.standing.item.kind, noted.title) == (ItemKind.TALK, "How would you rank a feed?")


def test_it_is_in_the_statistics_and_the_forecast(ws: Workspace) -> None:
    found = look(ws, statistics.gather)
    (topic,) = [topic for topic in found.topics if topic.id == "averages"]
    assert (topic.met, found.maturity.young + found.maturity.mature) == (1, 1)
    assert [day.seconds for day in found.days] == [300.0]
    assert look(ws, plan.forecast).days


def test_the_first_time_takes_nothing_from_the_day(ws: Workspace) -> None:
    talks.finish(ws, "feed", Rating.GOOD)
    now, hour = datetime.now(UTC), timedelta(hours=1)
    with ws.reading() as work:
        assert work.reviews.between(now - hour, now + hour, frozenset({ItemKind.TALK})) == (0, 0.0)
    assert front(ws).item == "cache"


def test_a_backup_holds_it(ws: Workspace, tmp_path: Path) -> None:
    other = open_workspace(Settings(home=tmp_path / "other"))
    backup.import_(other, look(ws, backup.export))
    with ws.reading() as mine, other.reading() as theirs:
        assert theirs.memories.get("cache") == mine.memories.get("cache")
        assert list(theirs.reviews.everything()) == list(mine.reviews.everything())
    other.close()


def test_the_page_shows_it_and_leads_to_it(ws: Workspace) -> None:
    client = TestClient(create_app(ws), base_url="http://127.0.0.1:8400", follow_redirects=False)
    html = client.get("/review").text
    assert "How would you build a cache?" in html
    assert "Talk for 8 minutes." in html
    answer = client.post("/review/solve", data={"key": front(ws).key})
    assert (answer.status_code, answer.headers["location"]) == (303, "/talks/cache")
    assert client.get("/talks/cache").text == "How would you build a cache?"


def test_the_terminal_shows_it(ws: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    asked = front(ws)
    console.cache_clear()
    print_question(asked, session.resume(ws).progress)
    shown = capsys.readouterr().out
    assert "Talk: How would you build a cache?" in shown
    assert "Talk, then Enter here.  ? helps." in shown
