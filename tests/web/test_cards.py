"""All cards in one list, one's own among them: found, opened, set aside and brought back; made, edited, deleted."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from sharpen.domain.card import BIN, MY_CARDS, Brought
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Standing
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.cards import own
from sharpen.practice.day import agenda, cards, session
from sharpen.practice.day.cards import Wanted
from sharpen.practice.exchange import anki, backup
from sharpen.practice.items import card_pool
from sharpen.practice.items.remembering import record_rating
from tests.looking import look

from .conftest import squeezed

ROW = re.compile(r'<tr\s+id="card-([^"]*)"')
TOPIC = "k-means"
NOW = datetime.now(UTC)


def rows(client: TestClient, **query: str | int) -> list[str]:
    answer = client.get("/cards", params=query)
    assert answer.status_code == 200
    return ROW.findall(answer.text)


def of_topic(ws: Workspace, topic: str = TOPIC) -> list[Item]:
    return [item for item in ws.library.cards.index().values() if item.topic == topic]


def met(
    ws: Workspace, item: Item, *, stability: float = 5.0, ago: float = 3, ahead: float = 2, lapses: int = 0
) -> None:
    memory = Memory(stability, 5.0, NOW - timedelta(days=ago), NOW + timedelta(days=ahead), 3, lapses)
    with ws.writing() as work:
        work.memories.put(Standing(ws.learner, item, memory))


def did(answer: str) -> str:
    """The key of what can be undone, from a page."""
    found = re.search(r'name="did" value="([^"]*)"', squeezed(answer))
    assert found
    return found[1]


def test_every_card_is_listed_a_hundred_on_a_page(client: TestClient, workspace: Workspace) -> None:
    every = [item.id for item in look(workspace, card_pool.items)]
    pages = -(-len(every) // 100)
    assert rows(client) == every[:100]
    assert [one for page in range(1, pages + 1) for one in rows(client, page=page)] == every
    assert rows(client, page=pages + 7) == rows(client, page=pages)
    assert rows(client, page="x") == every[:100]


def test_cards_are_found_by_what_stands_on_either_side(client: TestClient, workspace: Workspace) -> None:
    now = datetime.now(UTC)
    with workspace.writing() as work:
        work.cards.put(
            Brought("me", "anki/b-0", "anki/Bees", now, "How warm is a hive?", "About *35* degrees, ÜBERALL")
        )
        work.cards.put(Brought("me", "own/c", MY_CARDS, now, "What is 101% of it?", "ca_bd"))
    assert rows(client, q="HIVE degrees") == ["anki/b-0"]
    assert rows(client, q="überall") == ["anki/b-0"]
    assert rows(client, q="101%") == ["own/c"]
    assert rows(client, q="ca_bd") == ["own/c"]
    assert rows(client, q="hive", topic=TOPIC) == []
    assert "No card matches" in client.get("/cards?q=zzzz").text
    card = workspace.library.cards[of_topic(workspace)[0].id]
    assert card.id in rows(client, q=card.question[:60])
    assert "&lt;b&gt;" in client.get("/cards?q=<b>").text


def test_filters_and_orders(client: TestClient, workspace: Workspace) -> None:
    young, mature, due, aside, leech, *new = of_topic(workspace)
    met(workspace, young)
    met(workspace, mature, stability=80.0, ahead=60)
    met(workspace, due, stability=2.0, ago=9, ahead=-7, lapses=2)
    met(workspace, leech, stability=3.0, lapses=8)
    cards.suspend(workspace, aside.id)
    states = {"young": {young, due, leech}, "mature": {mature}, "due": {due}, "suspended": {aside}, "leech": {leech}}
    for state, wanted in states.items():
        assert set(rows(client, state=state, topic=TOPIC)) == {item.id for item in wanted}, state
    assert set(rows(client, state="new", topic=TOPIC)) == {item.id for item in new}
    assert rows(client, sort="due")[:1] == [due.id]
    assert rows(client, sort="recall")[0] == due.id
    assert rows(client, sort="lapses")[:2] == [leech.id, due.id]
    kinds = {workspace.library.cards[card].kind for card in rows(client, kind="numeric", topic=TOPIC)}
    assert kinds == {ItemKind.NUMERIC}
    rounds = {workspace.library.outline.topic(item.split("/")[0]).round for item in rows(client, topic="round:breadth")}
    assert rounds == {"breadth"}
    assert rows(client, state="nonsense", sort="nonsense", kind="nonsense") == rows(client)


def test_a_card_is_opened_with_its_memory_and_history(client: TestClient, workspace: Workspace) -> None:
    item = of_topic(workspace)[0]
    with workspace.writing() as work:
        record_rating(work, item, Rating.GOOD, seconds=12, at=NOW - timedelta(days=20))
        record_rating(work, item, Rating.AGAIN, seconds=31, at=NOW - timedelta(days=4))
    page = squeezed(client.get("/cards", params={"open": item.id}).text)
    preview = look(workspace, cards.preview, item.id)
    assert preview.recall is not None
    assert f"<dd>{100 * preview.recall:.0f}%</dd>" in page
    assert "2, forgotten 1 time" in page
    assert "<td>Again</td>" in page
    assert "<td>31 s</td>" in page
    assert "never met" in client.get("/cards", params={"open": of_topic(workspace)[1].id}).text
    gone = client.get("/cards?open=k-means/nothing")
    assert gone.status_code == 400
    assert "There is no card" in gone.text
    assert len(ROW.findall(gone.text)) == 100


@pytest.mark.parametrize("action", ["suspend", "bury", "ask-again", "reset"])
def test_whatever_is_done_can_be_undone(client: TestClient, workspace: Workspace, action: str) -> None:
    item = of_topic(workspace)[0]
    met(workspace, item, lapses=3)
    if action == "ask-again":
        cards.suspend(workspace, item.id)
    before = look(workspace, lambda work: work.memories.get(item.id))
    answer = client.post(f"/cards/{action}", data={"item": item.id, "back": f"topic={TOPIC}"})
    assert answer.headers["location"].startswith(f"/cards?topic={TOPIC}&did=")
    after = look(workspace, lambda work: work.memories.get(item.id))
    assert after != before
    if action == "reset":
        assert rows(client, state="new", topic=TOPIC) == [each.id for each in of_topic(workspace)]
    key = did(client.get(answer.headers["location"]).text)
    assert client.post("/cards/undo", data={"did": key}).status_code == 303
    assert look(workspace, lambda work: work.memories.get(item.id)) == before
    again = client.post("/cards/undo", data={"did": key})
    assert again.status_code == 400
    assert "cannot be taken back any more" in again.text


def test_what_happened_since_is_not_undone(client: TestClient, workspace: Workspace) -> None:
    item = of_topic(workspace)[0]
    page = client.post("/cards/suspend", data={"item": item.id}, headers={"hx-request": "true"})
    cards.ask_again(workspace, item.id)
    with workspace.writing() as work:
        record_rating(work, item, Rating.GOOD)
    refused = client.post("/cards/undo", data={"did": did(page.text)})
    assert "Something else happened to this card since" in refused.text
    assert look(workspace, lambda work: work.memories.get(item.id)).memory is not None


def test_undo_goes_back_step_by_step(client: TestClient, workspace: Workspace) -> None:
    one, other = of_topic(workspace)[:2]
    script = {"hx-request": "true"}
    client.post("/cards/suspend", data={"item": one.id}, headers=script)
    page = client.post("/cards/suspend", data={"item": other.id}, headers=script)
    page = client.post("/cards/undo", data={"did": did(page.text)}, headers=script)
    assert rows(client, state="suspended") == [one.id]
    client.post("/cards/undo", data={"did": did(page.text)}, headers=script)
    assert rows(client, state="suspended") == []
    assert client.post("/cards/nonsense", data={"item": one.id}).status_code == 404


def made(client: TestClient, question: str = "What is a *hive*?", answer: str = "Where bees live: $x^2$") -> str:
    answered = client.post("/cards/new", data={"question": question, "answer": answer})
    assert answered.status_code == 303
    return parse_qs(urlsplit(answered.headers["location"]).query)["open"][0]


def test_an_own_card_is_made_asked_and_counts_as_usual(client: TestClient, workspace: Workspace) -> None:
    card = made(client)
    page = client.get("/cards", params={"topic": MY_CARDS, "open": card})
    assert "What is a <em>hive</em>?" in page.text
    assert "<math" in page.text
    assert rows(client, topic=MY_CARDS) == [card]
    assert look(workspace, agenda.weights_of)[MY_CARDS] == 1
    assert card in [item.id for item in look(workspace, agenda.planned).items]
    asked = client.get(f"/review?topic={MY_CARDS}")
    assert "What is a <em>hive</em>?" in asked.text
    assert f'href="/cards/{card}"' in asked.text
    key = look(workspace, session.current, MY_CARDS).asked.key
    session.answer(workspace, key, topic=MY_CARDS)
    session.rate(workspace, key, Rating.GOOD, topic=MY_CARDS)
    assert look(workspace, lambda work: work.memories.get(card)).memory is not None


def test_a_card_needs_two_sides_and_keeps_what_was_typed(client: TestClient, workspace: Workspace) -> None:
    for form in ({"question": "Only this"}, {"answer": "Only this"}, {"question": "  ", "answer": "Only this"}):
        answer = client.post("/cards/new", data=form)
        assert answer.status_code == 400
        assert "A card needs a" in answer.text
        assert "Only this</textarea>" in answer.text
    long = client.post("/cards/new", data={"question": "x", "answer": "y" * 20_001})
    assert "at most 20,000 are accepted" in long.text
    assert "y" * 20_001 in long.text
    assert look(workspace, own.everything) == []


def test_another_one_at_once(client: TestClient) -> None:
    answer = client.post("/cards/new", data={"question": "x", "answer": "y", "another": "1"})
    assert answer.headers["location"] == "/cards/new?made=1"
    assert "The card is made" in client.get("/cards/new?made=1").text


def test_editing_keeps_what_is_known_and_never_overwrites_what_is_newer(
    client: TestClient, workspace: Workspace
) -> None:
    card = made(client)
    with workspace.writing() as work:
        record_rating(work, card_pool.item(work, card) or Item(card, ItemKind.RECALL, MY_CARDS), Rating.EASY)
    path = f"/cards/{card}"
    since = re.search(r'name="since" value="([^"]*)"', squeezed(client.get(path).text))
    assert since
    assert client.post(path, data={"question": "New?", "answer": "Yes", "since": since[1]}).status_code == 303
    assert look(workspace, own.find, card).question == "New?"
    assert look(workspace, lambda work: work.memories.get(card)).memory is not None
    late = client.post(path, data={"question": "Late?", "answer": "Lost?", "since": since[1]})
    assert late.status_code == 400
    assert "changed elsewhere meanwhile" in late.text
    assert "Late?</textarea>" in late.text
    assert look(workspace, own.find, card).question == "New?"
    now = re.search(r'name="since" value="([^"]*)"', squeezed(late.text))
    assert now
    assert client.post(path, data={"question": "Late?", "answer": "Kept", "since": now[1]}).status_code == 303
    assert look(workspace, own.find, card).question == "Late?"


def test_a_deleted_card_is_gone_everywhere_until_it_is_brought_back(client: TestClient) -> None:
    card = made(client)
    gone = client.post(f"/cards/{card}/delete").headers["location"]
    page = client.get(gone)
    assert "The card was deleted" in page.text
    assert rows(client, topic=MY_CARDS) == []
    assert card not in rows(client, q="hive")
    assert card not in client.get("/search?q=hive").text
    assert client.get(f"/review?topic={MY_CARDS}").status_code == 404
    assert "This card was deleted" in client.get(f"/cards/{card}").text
    refused = client.post(f"/cards/{card}", data={"question": "Still?", "answer": "typed"})
    assert "Still?</textarea>" in refused.text
    assert "What is a <em>hive</em>?" in client.get("/cards/bin").text
    back = re.search(r'action="(/cards/own/[^"]*/bring-back)"', squeezed(page.text))
    assert back
    client.post(back[1])
    assert rows(client, topic=MY_CARDS) == [card]
    assert "Nothing was deleted" in client.get("/cards/bin").text
    assert client.get("/cards/own/nothing").status_code == 404
    assert client.post("/cards/own/nothing/delete").status_code == 404


def test_a_sentence_of_a_lesson_becomes_an_answer(client: TestClient) -> None:
    page = client.get("/cards/new", params={"lesson": TOPIC, "text": "The objective <never> rises."})
    assert "The objective &lt;never&gt; rises." in page.text
    assert f"From the lesson [k-means](/topics/{TOPIC})." in page.text
    assert f'<a href="/topics/{TOPIC}">k-means</a>' in page.text
    assert 'data-topic="k-means"' in client.get(f"/topics/{TOPIC}").text
    assert client.get("/cards/new?lesson=nonsense").status_code == 200


def test_a_failed_check_becomes_a_card(client: TestClient, wrong: str) -> None:
    attempt = client.post(f"/problems/{TOPIC}/attempts", data={"source": wrong}).headers["location"]
    page = client.get(attempt).text
    link = unescape(re.findall(r'href="(/cards/new\?attempt=[^"]*)"', page)[0])
    form = client.get(link)
    assert "k-means: what must I not forget?" in form.text
    assert f"From the problem [k-means](/problems/{TOPIC})." in form.text
    assert "Expected:" in form.text
    assert client.get("/cards/new?attempt=nothing&check=0").status_code == 404
    assert client.get(link.replace("check=", "check=99")).status_code == 404


def test_own_cards_go_to_anki_and_their_reviews_come_back(workspace: Workspace, tmp_path: Path) -> None:
    card = own.make(workspace, "What is a hive?", "Where bees live. See [k-means](/topics/k-means).")
    package = tmp_path / "own.apkg"
    assert look(workspace, anki.export, package, anki.Selection(topics=frozenset({MY_CARDS}))) == 1
    item = Item(card.id, ItemKind.RECALL, MY_CARDS)
    with workspace.writing() as work:
        record_rating(work, item, Rating.GOOD, at=NOW - timedelta(days=2))
    look(workspace, anki.export, package, anki.Selection(topics=frozenset({MY_CARDS})))
    with workspace.writing() as work:
        work.memories.put(Standing("me", item))
    assert anki.import_(workspace, package).scheduled == 1
    assert look(workspace, lambda work: work.memories.get(card.id)).memory is not None
    assert len(look(workspace, own.everything)) == 1, "no second one came in"
    assert look(workspace, anki.decks) == []
    assert anki.remove(workspace, MY_CARDS) == 0, "it is no deck of Anki"


def test_own_cards_are_offered_to_anki_by_themselves(client: TestClient) -> None:
    assert "My cards" not in client.get("/anki").text
    made(client)
    assert f'<option value="{MY_CARDS}">My cards' in squeezed(client.get("/anki").text)
    package = client.get("/anki/package", params={"which": MY_CARDS, "kind": "recall"})
    assert package.headers["content-disposition"] == 'attachment; filename="sharpen-own-cards.apkg"'


def test_own_cards_go_into_backups_and_deleted_ones_stay_deleted(workspace: Workspace, tmp_path: Path) -> None:
    kept, deleted = own.make(workspace, "Kept?", "Yes"), own.make(workspace, "Deleted?", "Yes")
    older = look(workspace, backup.export)
    own.delete(workspace, deleted.id)
    document = look(workspace, backup.export)
    other = open_workspace(Settings(home=tmp_path / "other"))
    try:
        backup.import_(other, document)
        backup.import_(other, older)
        assert [card.id for card in look(other, own.everything)] == [kept.id]
        assert [(card.id, card.topic) for card in look(other, own.binned)] == [(deleted.id, BIN)]
    finally:
        other.close()


def test_a_large_deck_is_shown_page_by_page(workspace: Workspace) -> None:
    now = datetime.now(UTC)
    with workspace.writing() as work:
        many = (Brought("me", f"anki/{n:x}-0", "anki/Many", now, f"Question {n}", "y") for n in range(1000))
        work.cards.put(*many)
    page = look(workspace, cards.listed, Wanted(topic="anki/Many"), 10)
    assert (len(page.rows), page.found, page.number, page.pages) == (100, 1000, 10, 10)
