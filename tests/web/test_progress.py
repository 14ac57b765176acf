"""The page of progress: how ready one is, and every topic of the guide one click away."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from starlette.testclient import TestClient

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.dive import Dive
from sharpen.domain.item import Item
from sharpen.domain.memory import Rating
from sharpen.domain.review import Standing
from sharpen.domain.sitting import Sitting
from sharpen.domain.telling import Telling
from sharpen.domain.verdict import Verdict
from sharpen.memory import rated
from sharpen.practice import Workspace
from sharpen.practice.day import history, plan, time_spent
from sharpen.practice.items.remembering import record_rating
from tests.looking import look
from tests.web.conftest import squeezed

NOW = datetime.now(UTC)


def test_before_anything_was_tried_nothing_is_claimed(client: TestClient, workspace: Workspace) -> None:
    page = squeezed(client.get("/progress").text)
    assert "nothing was tried, and nothing is known" in page
    assert page.count('class="ready-topic"') == len(list(workspace.library.outline)) + 3
    assert page.count('data-ready="none"') == len(list(workspace.library.outline)) + 1
    assert 'href="/topics/k-means"' in page
    assert "Weakest" not in page


def test_what_was_tried_is_shaded_and_the_weakest_is_named(client: TestClient, workspace: Workspace) -> None:
    with workspace.writing() as work:
        for topic, rating in (("k-means", Rating.EASY), ("perceptron", Rating.AGAIN)):
            card = next(one for one in workspace.library.cards.index().values() if one.topic == topic)
            item = Item(card.id, card.kind, topic)
            work.memories.put(Standing("me", item, rated(None, rating, NOW)))
    plan.change(workspace, date=(NOW + timedelta(days=40)).date())
    page = squeezed(client.get("/progress").text)
    weakest = page.split("Weakest of what you tried:")[1].split("</p>")[0]
    assert weakest.index("Perceptron") < weakest.index("k-means")
    assert "if you did nothing more" in page
    assert "2 of " in page


def practiced(ws: Workspace, topic: str, rating: Rating, days: int = 0, seconds: float = 60.0) -> None:
    """The first card of a topic that was not met was rated so many days ago."""
    with ws.writing() as work:
        cards = (one for one in ws.library.cards.index().values() if one.topic == topic)
        card = next(one for one in cards if work.memories.get(one.id) is None)
        record_rating(work, card, rating, seconds=seconds, at=NOW - timedelta(days=days))


def test_topics_are_never_met_begun_or_solid(client: TestClient, workspace: Workspace) -> None:
    for _ in range(6):
        practiced(workspace, "k-means", Rating.EASY)
    practiced(workspace, "perceptron", Rating.AGAIN)
    page = squeezed(client.get("/progress").text)
    whole = len(list(workspace.library.outline))
    assert f"1 solid, 1 begun, {whole - 2} never met." in page
    assert page.count('data-state="never met"') == whole - 2
    assert page.count('data-state="solid"') == 2, "k-means, and the legend"
    assert "1 solid · 1 begun · 13 never met" in page


def test_a_day_is_kept_once_and_drawn_over_time(client: TestClient, workspace: Workspace) -> None:
    asks = 'hx-post="/progress/today"'
    client.post("/progress/today")
    assert look(workspace, history.lately) == [], "nothing was tried, and nothing is known"
    assert asks not in client.get("/progress").text
    practiced(workspace, "k-means", Rating.GOOD)
    assert asks in client.get("/progress").text
    assert client.post("/progress/today").status_code == 204
    (first,) = look(workspace, history.lately)
    assert 0.1 < first.rounds["ml-coding"] < 1
    assert asks not in client.get("/progress").text
    assert not history.keep(workspace), "nothing new"
    practiced(workspace, "svm", Rating.EASY)
    assert history.keep(workspace)
    (second,) = look(workspace, history.lately)
    assert second.day == first.day
    assert second.loop > first.loop
    day = replace(second, day=second.day - timedelta(days=10), loop=0.05, rounds={"ml-coding": 0.25})
    with workspace.writing() as work:
        work.readiness_days.put(day)
    plan.change(workspace, date=second.day + timedelta(days=10))
    page = squeezed(client.get("/progress").text)
    assert 'class="line" d="M0.00 95.00L50.00' in page, "ten days ago at 5 %, today in the middle"
    assert 'class="line" d="M0.00 75.00L50.00' in page, "the round"
    assert "100.00" in page.split('class="ahead"')[1].split("/>")[0]


def test_time_by_round_the_mix_and_the_prediction(client: TestClient, workspace: Workspace) -> None:
    script = {"hx-request": "true"}
    part = squeezed(client.get("/progress/done", headers=script).text)
    assert "Nothing was timed" in part
    assert "aim at 33 : 52 : 15" in part
    assert "Nothing came back yet" in part
    practiced(workspace, "k-means", Rating.GOOD, seconds=1800)
    practiced(workspace, "pca", Rating.GOOD, days=200, seconds=1800)
    attempt = Attempt("a1", "me", "two-sum-sorted", "v", "x", Origin.WEB, NOW, State.FINISHED, Verdict.ACCEPTED)
    slug = next(one.slug for one in workspace.library.problems.values() if one.topic == "two-pointers")
    later = replace(attempt, id="a2", problem=slug, seconds=2400.0, created=NOW + timedelta(seconds=1))
    with workspace.writing() as work:
        work.attempts.add(replace(attempt, problem=slug, seconds=1200.0, verdict=Verdict.WRONG_ANSWER), later)
        work.dives.put(Dive("me", "d1", "p1", 30, 1, NOW, NOW, seconds=600.0))
        work.tellings.put(Telling("me", "t1", "s1", NOW, NOW, seconds=300.0))
        work.sittings.put(Sitting("me", "s1", next(iter(workspace.library.cases)), NOW, NOW, seconds=900.0))
    found = {each.id: each.total for each in look(workspace, time_spent.gather).rounds}
    minutes = {"general-coding": 40, "ml-coding": 30, "depth": 10, "behavioral": 5, "design": 15, "breadth": 0}
    assert found == minutes, "the second attempt goes on from the first; half a year ago is left out"
    part = squeezed(client.get("/progress/done", headers=script).text)
    assert "12 weeks, 1.7 hours" in part
    assert "1 problem of general coding" in part
    assert client.get("/progress/done").headers["location"] == "/progress?done"
    assert "12 weeks, 1.7 hours" in squeezed(client.get("/progress?done").text), "without scripts"
