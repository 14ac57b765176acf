"""The plan, the statistics and what is set aside, as plain pages."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.practice import Workspace
from sharpen.practice.day import listing, plan
from sharpen.web import charts
from tests.looking import look
from tests.web.conftest import squeezed

TODAY = day_of(datetime.now(UTC))
KEPT = {"minutes": "30", "retention": "90", "new_a_day": "10"}


def card(ws: Workspace, number: int = 0) -> Item:
    return list(ws.library.cards.index().values())[number]


@pytest.fixture
def reviewed(workspace: Workspace) -> Item:
    """A card that was remembered yesterday and the day before, as predicted, and lapses often."""
    item, now = card(workspace), datetime.now(UTC)
    times = [now - timedelta(days=days) for days in (40, 20, 1)]
    after = [Memory(30.0, 5.0, at, at + timedelta(days=30), count, 9) for count, at in enumerate(times, 1)]
    log = [
        Review(workspace.learner, uuid4().hex, item, at, Rating.GOOD, 30.0, None, 0.9 if before else 0.0, before)
        for at, before in zip(times, [None, *after[:2]], strict=True)
    ]
    with workspace.writing() as work:
        work.memories.put(Standing(workspace.learner, item, after[-1]))
        work.reviews.add(*log)
    return item


def test_the_plan_is_changed_by_a_form(client: TestClient, workspace: Workspace) -> None:
    assert "With a date, every review is chosen" in client.get("/plan").text
    when = TODAY + timedelta(days=20)
    answer = client.post("/plan", data={**KEPT, "date": when.isoformat(), "minutes": "45", "retention": "85"})
    assert answer.status_code == 303
    mine = look(workspace, lambda work: work.plans.get())
    assert (mine.date, mine.minutes, mine.retention) == (when, 45, 0.85)
    html = squeezed(client.get("/plan").text)
    assert "20 days to the interview" in html
    assert f'value="{when.isoformat()}"' in html
    client.post("/plan", data={**KEPT, "date": ""})
    assert look(workspace, lambda work: work.plans.get()).date is None


def test_after_the_interview_the_rest_of_the_plan_can_still_be_changed(
    client: TestClient, workspace: Workspace
) -> None:
    for days, sentence in ((0, "The interview is today."), (3, "The interview was on")):
        with workspace.writing() as work:
            work.plans.put(Plan(workspace.learner, TODAY - timedelta(days=days), updated=datetime.now(UTC)))
        html = squeezed(client.get("/plan").text)
        assert sentence in html
        assert re.search(r'name="date" min="[^"]+" value=""', html)
    assert client.post("/plan", data={**KEPT, "date": "", "minutes": "20"}).status_code == 303


@pytest.mark.parametrize(
    "bad",
    [{"date": "yesterday"}, {"date": "2001-01-01"}, {"minutes": "0"}, {"minutes": "many"}, {"retention": "nan"}, {}],
)
def test_a_plan_that_cannot_be_kept(client: TestClient, workspace: Workspace, bad: dict[str, str]) -> None:
    before = look(workspace, lambda work: work.plans.get())
    answer = client.post("/plan", data={**KEPT, "new_a_day": "7", **bad} if bad else {})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert look(workspace, lambda work: work.plans.get()) == before
    if bad:
        assert 'value="7"' in answer.text


def test_the_forecast_has_every_day_and_topic(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, date=TODAY + timedelta(days=10))
    assert 'href="/plan/forecast"' in client.get("/plan").text
    html = client.get("/plan/forecast").text
    whole = look(workspace, plan.forecast)
    assert f"of all {whole.overall.items} cards" in html
    assert html.count('<rect class="hover"') == 2 * len(whole.days)
    for topic in whole.topics:
        assert f'href="/topics/{topic.id}"' in html
    part = client.get("/plan/forecast", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "Day by day" in part


def test_statistics_before_the_first_review(client: TestClient) -> None:
    html = squeezed(client.get("/statistics").text)
    assert "Nothing was reviewed yet" in html
    assert 'href="/review"' in html


def test_statistics(client: TestClient, reviewed: Item) -> None:
    html = squeezed(client.get("/statistics").text)
    assert re.search(r"<dt>Reviews</dt><dd>3</dd>", html)
    assert "100%" in html
    assert "90% were predicted" in html
    assert html.count('<circle cx="225.0" cy="0.0"') == 1
    assert "1 mature" in html
    assert f'href="/topics/{reviewed.topic}"' in html
    assert 'href="/suspended#leeches"' in html


def test_statistics_tell_what_comes(client: TestClient, reviewed: Item) -> None:
    assert 'hx-get="/plan/ahead"' in client.get("/statistics").text
    html = squeezed(client.get("/plan/ahead", headers={"hx-request": "true"}).text)
    assert "<html" not in html
    assert re.search(r"About \d+ cards and \d+ minutes a day until", html)
    assert html.count('class="chart"') == 2
    assert client.get("/plan/ahead", follow_redirects=False).headers["location"] == "/plan/forecast"
    assert reviewed


def test_what_is_suspended_can_be_taken_back(client: TestClient, workspace: Workspace) -> None:
    assert "Nothing is set aside" in client.get("/suspended").text
    item = card(workspace)
    listing.suspend(workspace, item.id)
    assert "1 suspended" in client.get("/suspended").text
    assert client.post("/suspended/take-back", data={"item": item.id}).headers["location"] == "/suspended#suspended"
    assert look(workspace, listing.suspended) == []


def test_leeches_come_with_advice(client: TestClient, workspace: Workspace, reviewed: Item) -> None:
    html = unescape(client.get("/suspended").text)
    assert "1 that will not stick" in html
    assert look(workspace, listing.leeches)[0].advice in html
    client.post("/suspended/suspend", data={"item": reviewed.id})
    html = client.get("/suspended").text
    assert "that will not stick" not in html
    assert "1 suspended" in html


def test_notes_are_shown_and_deleted(client: TestClient, workspace: Workspace) -> None:
    item = card(workspace, 3)
    listing.note(workspace, item.id, "What about <b>ties</b>?")
    assert "What about &lt;b&gt;ties&lt;/b&gt;?" in client.get("/suspended").text
    client.post("/suspended/delete-note", data={"item": item.id})
    assert look(workspace, listing.noted) == []


def test_items_that_are_gone(client: TestClient, workspace: Workspace) -> None:
    gone = Item("k-means/of-another-day", ItemKind.CHOICE, "k-means")
    with workspace.writing() as work:
        work.memories.put(Standing(workspace.learner, gone, suspended=True))
    assert "The content no longer has it" in client.get("/suspended").text
    assert client.post("/suspended/nothing").status_code == 404
    assert client.post("/suspended/suspend", data={"item": "no/such"}).status_code == 400


def test_bars_fill_their_room() -> None:
    first = date(2026, 1, 1)
    chart = charts.bars([(first + timedelta(days=n), (float(n), 1.0)) for n in range(10)])
    assert chart.ticks == ("10", "5", "0")
    assert len(chart.bars) == 10
    assert chart.bars[0].x >= 0
    assert chart.bars[-1].x + chart.bars[-1].width <= 100
    tallest = chart.bars[-1].parts
    assert sum(part.height for part in tallest) == pytest.approx(100)
    assert tallest[-1].y == pytest.approx(0, abs=0.01)


def test_many_days_are_drawn_by_weeks() -> None:
    first = date(2026, 1, 1)
    days = [(first + timedelta(days=n), (2.0,)) for n in range(1000)]
    spans = charts.grouped(days)
    assert len(spans) <= charts.MOST_BARS
    assert {span.values for span in spans} == {(2.0,)}
    assert (spans[0].first, spans[-1].last) == (days[0][0], days[-1][0])


def test_days_without_reviews_are_zeros() -> None:
    last = date(2026, 3, 10)
    assert charts.every_day({}, last, 5) == []
    shown = charts.every_day({date(2026, 3, 8): (1.0,), date(2025, 1, 1): (4.0,)}, last, 5)
    assert [values for _, values in shown] == [(0.0,), (0.0,), (1.0,), (0.0,), (0.0,)]
    assert charts.ceiling(0) == 1
    assert [charts.ceiling(value) for value in (0.3, 1, 13, 41, 99)] == pytest.approx([0.4, 1, 20, 50, 100])
