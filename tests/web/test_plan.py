"""The plan, the statistics and what is set aside, as plain pages."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.memory.forecast import GivenUp
from sharpen.practice import Workspace
from sharpen.practice.day import listing, plan
from sharpen.practice.day.curve import MINUTES
from sharpen.practice.work import Work
from sharpen.web import charts
from sharpen.web.app import create_app
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
        assert re.search(r'name="date" value=""', html)
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


def test_with_a_date_what_means_nothing_is_hidden(client: TestClient, workspace: Workspace) -> None:
    assert "disabled" not in squeezed(client.get("/plan").text)
    assert "data-without-date hidden" not in squeezed(client.get("/plan").text)
    plan.change(workspace, date=TODAY + timedelta(days=20), retention=0.85, new_a_day=7)
    html = squeezed(client.get("/plan").text)
    for name in ("retention", "new_a_day"):
        assert re.search(rf'<label data-without-date hidden>[^<]*<input[^>]*name="{name}"[^>]*disabled', html)
    when = (TODAY + timedelta(days=30)).isoformat()
    assert client.post("/plan", data={"date": when, "minutes": "20"}).status_code == 303
    mine = look(workspace, lambda work: work.plans.get())
    assert (mine.minutes, mine.retention, mine.new_a_day) == (20, 0.85, 7), "a browser leaves out what is disabled"


def test_a_date_of_today_is_refused_in_words(client: TestClient) -> None:
    html = unescape(client.post("/plan", data={**KEPT, "date": TODAY.isoformat()}).text)
    assert "it must lie ahead, within five years" in html


def test_topics_and_rounds_are_weighted_by_a_form(client: TestClient, workspace: Workspace) -> None:
    html = squeezed(client.get("/plan").text)
    assert 'name="round:breadth"' in html
    assert 'name="k-means"' in html
    answer = client.post("/plan/weights", data={"k-means": "0", "pca": "2", "svm": "1"})
    assert answer.status_code == 303
    assert look(workspace, lambda work: work.plans.get()).weights == {"k-means": 0, "pca": 2}
    assert "What counts: 2 set by you" in squeezed(client.get("/plan").text)
    for wrong in ({"k-means": "much"}, {"k-means": "-1"}, {"nothing": "1"}, {"k-means": "nan"}):
        assert client.post("/plan/weights", data=wrong).status_code == 400
    assert look(workspace, lambda work: work.plans.get()).weights == {"k-means": 0, "pca": 2}


def test_three_weeks_of_half_an_hour_reach_every_topic_and_repeat(client: TestClient, workspace: Workspace) -> None:
    """Half an hour of review, that is: of a hundred minutes a day."""
    plan.change(workspace, date=TODAY + timedelta(days=21), minutes=100)
    whole = look(workspace, plan.forecast)
    breadth = [topic for topic in whole.topics if topic.round == "breadth"]
    assert len(breadth) >= 65
    assert all(topic.met >= 1 for topic in breadth)
    new, reviews = (sum(getattr(day, name) for day in whole.days) for name in ("new", "reviews"))
    assert reviews - new > 100, "what was learned is repeated"
    assert whole.overall.recall * whole.overall.items > 0.7 * whole.overall.met, "what was met is remembered"
    html = squeezed(client.get("/plan/forecast").text)
    assert f"100 minutes a day reach all {len(whole.topics)} topics." in html
    assert re.search(r"\d+% with 100 minutes a day, \d+% with 200 minutes a day, \d+% with 300 minutes a day\.", html)
    plan.change(workspace, minutes=7)
    told = look(workspace, plan.forecast).reaches
    assert re.fullmatch(r"7 minutes a day reach \d+ of \d+ topics; 14 would reach \d+; 21 .* all of them\.", told)
    weights = {f"round:{key}": 0.0 for key in workspace.library.outline.rounds if key != "breadth"}
    plan.change(workspace, minutes=1, weights=weights)
    told = look(workspace, plan.forecast).reaches
    assert re.fullmatch(r"1 minute a day reaches \d+ of \d+ topics; 2 .* \d+; 3 .* (\d+|all of them)\.", told)


def test_the_home_page_knows_the_plan(client: TestClient, workspace: Workspace) -> None:
    assert "Set the date of your interview" in client.get("/").text
    plan.change(workspace, date=TODAY + timedelta(days=21))
    html = squeezed(client.get("/").text)
    assert "Set the date" not in html
    assert re.search(r"2[01] days to your interview on", html)
    assert 'hx-get="/plan/outlook"' in html
    part = squeezed(client.get("/plan/outlook", headers={"hx-request": "true"}).text)
    assert re.search(r"you remember 0% today, and will remember \d+% on the day if you keep to it", part)
    assert client.get("/plan/outlook").headers["location"] == "/plan/forecast"


def asked(path: str, leave: anyio.Event | None = None) -> tuple[dict[str, Any], Any, Any]:
    """A request by hand: its scope, and a reader that leaves when told."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:8400"), (b"hx-request", b"true")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8400),
        "scheme": "http",
        "http_version": "1.1",
        "asgi": {"version": "3.0"},
    }
    sent: list[Message] = []
    begun = False

    async def receive() -> Message:
        nonlocal begun
        if not begun:
            begun = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await (leave or anyio.Event()).wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    return scope, (receive, send), sent


def test_who_leaves_stops_the_forecast_and_holds_nobody_up(workspace: Workspace) -> None:
    """Many ask for a long forecast and leave; the next one gets hers at once, and drafts are saved meanwhile."""
    plan.change(workspace, date=TODAY + timedelta(days=1800), minutes=600)
    app = create_app(workspace)
    played: list[str] = []

    def slowly(_work: Work, _kept: Any, wanted: Callable[[], bool]) -> plan.Forecast:
        played.append("begun")
        while wanted():
            pass
        played.append("left")
        raise GivenUp

    async def everybody() -> None:
        leave = anyio.Event()
        with patch.object(plan, "forecast", slowly):
            async with anyio.create_task_group() as readers:
                for _ in range(45):
                    scope, ends, _sent = asked("/plan/forecast", leave)
                    readers.start_soon(app, scope, *ends)
                while not played:
                    await anyio.sleep(0)
                scope, ends, sent = asked("/plan")
                await app(scope, *ends)
                assert sent[0]["status"] == 200, "other pages have threads of their own"
                assert played == ["begun"], "one at a time"
                leave.set()
        scope, ends, sent = asked("/plan/forecast")
        await app(scope, *ends)
        assert sent[0]["status"] == 200
        assert played == ["begun", "left"] * (len(played) // 2), "one at a time, and each ends when its reader leaves"

    anyio.run(everybody)


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


POINT = re.compile(r'<tr> ?<th scope="row">(\d+)</th> ?<td>(\d+)%</td> ?<td>(\d+) of (\d+)</td>')


def test_the_points_of_the_curve_are_those_of_forecasts(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, date=TODAY + timedelta(days=14), minutes=20)
    html = squeezed(client.get("/plan/curve", headers={"hx-request": "true"}).text)
    assert "<html" not in html
    drawn = {int(minutes): tuple(map(int, rest)) for minutes, *rest in POINT.findall(html)}
    assert set(drawn) == {*MINUTES, 20}
    mine = look(workspace, lambda work: work.plans.get())
    for minutes in (5, 20, 120):
        wished = replace(mine, minutes=minutes)
        first = look(workspace, lambda work, wished=wished: plan.forecast(work, plan=wished)).reach[0]
        assert drawn[minutes] == (round(100 * first.recall), first.topics, first.of)
    assert drawn[5][1] < drawn[120][1], "more minutes reach more topics"
    assert f"the plan as it is saved: 20 minutes, {drawn[20][0]}%" in html
    assert html.count("data-is-reached") == drawn[20][1]


def test_the_curve_of_another_date_needs_no_saving(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, date=TODAY + timedelta(days=7))

    def tens(query: str) -> list[int]:
        answer = client.get(f"/plan/curve{query}", headers={"hx-request": "true"})
        return [int(recall) for _, recall, *_ in POINT.findall(squeezed(answer.text))]

    later = (TODAY + timedelta(days=40)).isoformat()
    assert all(soon < then for soon, then in zip(tens("")[1:], tens(f"?date={later}")[1:], strict=True))
    assert tens("?date=")[-1] < tens(f"?date={later}")[-1], "without a date, new cards come at their pace"
    for wrong in ("yesterday", TODAY.isoformat(), "9999-01-01"):
        part = unescape(client.get(f"/plan/curve?date={wrong}", headers={"hx-request": "true"}).text)
        assert "A date is written like" in part or "it must lie ahead, within five years" in part
    assert look(workspace, lambda work: work.plans.get()).date == TODAY + timedelta(days=7)


def test_the_curve_is_a_page_without_scripts(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, date=TODAY + timedelta(days=7))
    assert 'href="/plan/curve"' in client.get("/plan").text
    html = client.get("/plan/curve").text
    assert "<html" in html
    assert 'class="line" d="M0.00' in squeezed(html)
    plan.change(workspace, weights={f"round:{key}": 0.0 for key in workspace.library.outline.rounds})
    assert "Nothing counts in the plan yet" in client.get("/plan/curve").text


def test_the_plan_says_what_it_is_for_and_what_a_day_goes_to(client: TestClient, workspace: Workspace) -> None:
    html = squeezed(client.get("/plan").text)
    assert 'no days off ·<a href="/start">Change</a>' in html
    assert "shows what the rest goes to" not in html
    loops = workspace.library.loops
    role, level = next(iter(loops.roles.values())), next(iter(loops.levels.values()))
    plan.change(
        workspace, date=TODAY + timedelta(days=7), minutes=60, role=role.id, level=level.id, days_off=frozenset({6})
    )
    html = squeezed(client.get("/plan").text)
    assert f'{role.title} · {level.title} · off on Sunday ·<a href="/start">Change</a>' in html
    assert "30% of each day, 18 of 60 minutes, are the review's" in html
    assert 'href="/calendar"' in html


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
