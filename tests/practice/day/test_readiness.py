"""Readiness of a learner: everything that was tried counts, for its topic and in time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sharpen.content.library import Library
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.review import Standing
from sharpen.domain.sitting import Sitting
from sharpen.memory import rated
from sharpen.practice import Workspace
from sharpen.practice.day import plan, readiness
from sharpen.practice.day.readiness import Readiness, TopicReadiness
from tests.looking import look

NOW = datetime.now(UTC)


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """With all of our content."""
    return replace(ws, library=Library.open())


def gathered(ws: Workspace) -> Readiness:
    return look(ws, readiness.gather)


def topic(found: Readiness, name: str) -> TopicReadiness:
    every = [one for each in found.rounds for _, topics in each.groups for one in topics]
    return next(one for one in every if one.topic.id == name)


def remember(ws: Workspace, rating: Rating, days: int = 0, *, of: str = "k-means") -> None:
    """The problem of a topic was solved so many days ago, and rated like this."""
    item, at = Item(of, ItemKind.PROBLEM, of), NOW - timedelta(days=days)
    with ws.writing() as work:
        work.memories.put(Standing("me", item, rated(None, rating, at)))


def test_everything_of_the_outline_is_there_and_nothing_is_known(ws: Workspace) -> None:
    found = gathered(ws)
    assert [each.id for each in found.rounds] == list(ws.library.outline.rounds)
    assert sum(len(topics) for each in found.rounds for _, topics in each.groups) == 182
    assert (found.loop.met, found.days, found.weakest) == (0, None, [])
    assert found.loop.now.low < 0.05
    assert topic(found, "k-means").items > 5


def test_what_was_easy_raises_and_what_was_looked_up_does_not(ws: Workspace) -> None:
    before = topic(gathered(ws), "k-means")
    for rating, raises in ((Rating.EASY, True), (Rating.AGAIN, False)):
        remember(ws, rating)
        after = topic(gathered(ws), "k-means")
        assert after.met == before.met + 1
        assert (after.now.mean > before.now.mean) is raises


def test_what_was_long_ago_says_less_and_less_still_on_the_date(ws: Workspace) -> None:
    remember(ws, Rating.GOOD)
    fresh = topic(gathered(ws), "k-means").now.mean
    remember(ws, Rating.GOOD, days=200)
    plan.change(ws, date=(NOW + timedelta(days=60)).date())
    found = gathered(ws)
    old = topic(found, "k-means")
    assert found.days is not None
    assert old.then.mean < old.now.mean < fresh
    assert found.weakest == [old]


def test_a_case_counts_by_the_share_of_its_points(ws: Workspace) -> None:
    case = next(iter(ws.library.cases.values()))
    points = [point.id for point in case.points][:4]
    means = []
    for earned in (0, 1, 2):
        with ws.writing() as work:
            work.sittings.put(
                Sitting("me", "a1", case.slug, NOW, NOW, finished=NOW, ticks=dict.fromkeys(points, earned))
            )
        means.append(topic(gathered(ws), case.topic).now.mean)
    assert means == sorted(means)
    assert means[2] - means[0] > 0.3


def test_a_round_that_does_not_count_leaves_the_loop_alone(ws: Workspace) -> None:
    remember(ws, Rating.EASY)
    before = gathered(ws).loop.now.mean
    plan.change(ws, weights={"round:ml-coding": 0.0})
    assert gathered(ws).loop.now.mean < before


def test_what_one_is_sure_of_is_weak_evidence_until_something_is_tried(ws: Workspace) -> None:
    before = topic(gathered(ws), "k-means")
    group = next(group for group in ws.library.outline.groups if any(one.id == "k-means" for one in group.topics))
    plan.change(ws, sure_of=[group.title])
    said = topic(gathered(ws), "k-means")
    assert before.now.mean < said.now.mean < 0.7
    assert said.met == 0, "nothing was tried"
    other = next(one for one in group.topics if one.id != "k-means")
    before = topic(gathered(ws), other.id)
    remember(ws, Rating.AGAIN)
    assert topic(gathered(ws), "k-means").now.mean < said.now.mean / 2, "the try counts, the word no more"
    assert topic(gathered(ws), other.id).now.mean < before.now.mean, "and its neighbors lean on it"
