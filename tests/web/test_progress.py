"""The page of progress: how ready one is, and every topic of the guide one click away."""

from datetime import UTC, datetime, timedelta

from starlette.testclient import TestClient

from sharpen.domain.item import Item
from sharpen.domain.memory import Rating
from sharpen.domain.review import Standing
from sharpen.memory import rated
from sharpen.practice import Workspace
from sharpen.practice.day import plan
from tests.web.conftest import squeezed

NOW = datetime.now(UTC)


def test_before_anything_was_tried_nothing_is_claimed(client: TestClient, workspace: Workspace) -> None:
    page = squeezed(client.get("/progress").text)
    assert "nothing was tried, and nothing is known" in page
    assert page.count('class="ready-topic"') == len(list(workspace.library.outline)) + 6
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
