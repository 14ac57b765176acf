"""Decks and topics: switched on and off, and studied by themselves."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from sharpen.domain.card import Brought
from sharpen.domain.item import Item
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Standing
from sharpen.practice import Workspace
from sharpen.practice.day import agenda, cards, session
from tests.looking import look

from .conftest import squeezed

TOPIC = "k-means"
DECK = "anki/Trees"
NOW = datetime.now(UTC)


@pytest.fixture
def deck(workspace: Workspace) -> str:
    with workspace.writing() as work:
        work.cards.put(*(Brought("me", f"anki/{n:x}-0", DECK, NOW, f"Question {n}", "Yes") for n in range(30)))
    return DECK


def planned(ws: Workspace) -> set[str]:
    return {item.topic for item in look(ws, agenda.planned).items}


def queue(ws: Workspace, topic: str) -> list[str]:
    kept = look(ws, lambda work: work.review_sessions.get(topic))
    assert kept
    return [entry.item.id for entry in kept.queue]


def met(ws: Workspace, item: Item, stability: float, due: int) -> None:
    memory = Memory(stability, 5.0, NOW - timedelta(days=5), NOW + timedelta(days=due), 2)
    with ws.writing() as work:
        work.memories.put(Standing(ws.learner, item, memory))


def test_a_topic_a_deck_and_a_round_are_switched(client: TestClient, workspace: Workspace, deck: str) -> None:
    assert TOPIC in planned(workspace)
    assert deck not in planned(workspace)
    assert client.post("/decks/switch", data={"deck": TOPIC}).headers["location"] == "/decks"
    client.post("/decks/switch", data={"deck": deck, "on": "1"})
    assert TOPIC not in planned(workspace)
    assert deck in planned(workspace)
    client.post("/decks/switch", data={"deck": "round:breadth"})
    rounds = {workspace.library.outline.topic(topic).round for topic in planned(workspace) - {deck}}
    assert "breadth" not in rounds
    page = squeezed(client.get("/decks").text)
    for id_, on in ((TOPIC, False), (deck, True), ("round:breadth", False), ("pca", True)):
        field = page.partition(f'id="on-{id_}"')[2].partition(">")[0]
        assert ("checked" in field) is on, id_
    client.post("/decks/switch", data={"deck": TOPIC, "on": "1"})
    assert TOPIC in planned(workspace)
    refused = client.post("/decks/switch", data={"deck": "nonsense"})
    assert refused.status_code == 400
    assert "There is no round, topic or deck called" in refused.text


def test_a_switch_answers_a_script_with_the_list(client: TestClient) -> None:
    answer = client.post("/decks/switch", data={"deck": TOPIC}, headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'id="on-k-means"' in answer.text


def test_the_weakest_of_a_topic_come_first_and_those_never_met_last(client: TestClient, workspace: Workspace) -> None:
    items = [item for item in workspace.library.cards.index().values() if item.topic == TOPIC]
    for item, stability in zip(items, (30.0, 1.0, 9.0, 90.0), strict=False):
        met(workspace, item, stability, 3)
    cards.bury(workspace, items[3].id)
    answer = client.post("/decks/study", data={"topic": TOPIC, "what": "weakest"})
    assert answer.headers["location"] == f"/review?topic={TOPIC}"
    assert queue(workspace, TOPIC)[:3] == [items[1].id, items[2].id, items[0].id]
    assert items[3].id not in queue(workspace, TOPIC), "it is buried"
    assert len(queue(workspace, TOPIC)) == len(items) - 1


def test_no_more_than_twenty_are_the_weakest(client: TestClient, workspace: Workspace, deck: str) -> None:
    client.post("/decks/study", data={"topic": deck, "what": "weakest"})
    assert len(queue(workspace, deck)) == 20


def test_all_that_is_due_of_a_deck(client: TestClient, workspace: Workspace, deck: str) -> None:
    refused = client.post("/decks/study", data={"topic": deck, "what": "due"})
    assert refused.status_code == 400
    assert "Trees has nothing due now" in refused.text
    with workspace.reading() as work:
        items = work.cards.items()
    for item, due in zip(items, (-3, -9, 5, -1), strict=False):
        met(workspace, item, 5.0, due)
    assert "3 due" in client.get("/decks").text
    client.post("/decks/study", data={"topic": deck, "what": "due"})
    assert queue(workspace, deck) == [items[1].id, items[0].id, items[3].id]


def test_what_was_done_before_in_the_topic_can_still_be_undone(client: TestClient, workspace: Workspace) -> None:
    front = session.resume(workspace, TOPIC)
    assert front.asked
    session.answer(workspace, front.asked.key, topic=TOPIC)
    session.rate(workspace, front.asked.key, Rating.GOOD, topic=TOPIC)
    client.post("/decks/study", data={"topic": TOPIC, "what": "weakest"})
    undone = session.undo(workspace, TOPIC).asked
    assert undone
    assert undone.item == front.asked.item
    assert look(workspace, lambda work: work.memories.get(undone.item)) is None


def test_only_what_there_is_can_be_studied(client: TestClient) -> None:
    assert client.post("/decks/study", data={"topic": TOPIC, "what": "nonsense"}).status_code == 400
    assert client.post("/decks/study", data={"topic": "nonsense", "what": "due"}).status_code == 404
