"""Anki in the browser: a package to download, a file to bring, decks to review or remove, and plain words when not."""

import asyncio
import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image
from starlette.testclient import TestClient

from sharpen.anki.package import Packed
from sharpen.anki.reading import read
from sharpen.anki.writing import write
from sharpen.practice import Workspace
from sharpen.practice.exchange import anki
from sharpen.web import pages, security
from sharpen.web.app import create_app
from tests.anki.packages import Deck
from tests.looking import look
from tests.web.conftest import ORIGIN, squeezed

CARDS = [
    Packed("g1", 0, "Trees & <b>more</b>", "What is $1 - \\sum p^2$?", "Gini impurity."),
    Packed("g2", 0, "Trees & <b>more</b>", "Does a forest overfit with more trees?", "No."),
]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "trees.apkg"
    write(path, CARDS)
    return path


def bring(client: TestClient, path: Path) -> str:
    with path.open("rb") as file:
        files = {"file": (path.name, file)}
        return client.post("/anki/import", files=files, data={"schedule": "on"}, follow_redirects=True).text


def test_a_package_is_downloaded_with_the_cards_selected(
    client: TestClient, workspace: Workspace, tmp_path: Path
) -> None:
    answer = client.get("/anki/package", params={"which": "auc", "kind": ["choice", "numeric"]})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="sharpen-auc.apkg"'
    (tmp_path / "auc.apkg").write_bytes(answer.content)
    cards = read(tmp_path / "auc.apkg").cards
    wanted = [card.id for card in workspace.library.cards.of_topic("auc") if card.kind in ("choice", "numeric")]
    assert sorted(card.item for card in cards) == sorted(wanted)


def test_a_round_is_a_selection_too(client: TestClient, workspace: Workspace, tmp_path: Path) -> None:
    answer = client.get("/anki/package", params={"which": "ml-coding", "kind": "order"})
    (tmp_path / "orders.apkg").write_bytes(answer.content)
    rounds = {topic.id: topic.round for topic in workspace.library.outline}
    wanted = [
        i.id for i in workspace.library.cards.index().values() if i.kind == "order" and rounds[i.topic] == "ml-coding"
    ]
    assert sorted(card.item for card in read(tmp_path / "orders.apkg").cards) == sorted(wanted)


@pytest.mark.parametrize(
    ("asked", "status", "message"),
    [
        ({"which": "auc", "kind": "choice", "met": "on"}, 400, "No cards match, so nothing was written."),
        ({"which": "auc"}, 400, "Choose more topics or kinds"),
        ({"which": "no-such-topic", "kind": "choice"}, 404, "There is no topic called"),
        ({"kind": "essay"}, 400, "The kinds of cards are choice, numeric, order, recall."),
    ],
)
def test_a_selection_that_cannot_be(client: TestClient, asked: dict[str, str], status: int, message: str) -> None:
    answer = client.get("/anki/package", params=asked)
    assert answer.status_code == status
    assert message in answer.text


def test_a_deck_is_brought_shown_reviewed_and_removed(client: TestClient, workspace: Workspace, package: Path) -> None:
    page = bring(client, package)
    assert "2 cards added" in page
    assert "Trees &amp; &lt;b&gt;more&lt;/b&gt;" in page
    (deck,) = look(workspace, anki.decks)
    link = f"/review?topic={quote(deck.id, safe='/')}"
    assert link.replace("&", "&amp;") in page
    session = client.get(link).text
    assert "Trees &amp; &lt;b&gt;more&lt;/b&gt;" in session
    assert 'href="/anki#decks"' in session
    assert "Nothing new in it" in bring(client, package)
    page = client.post("/anki/remove", data={"deck": deck.id}, follow_redirects=True).text
    assert "2 cards removed." in page
    assert look(workspace, anki.decks) == []
    assert client.get(link).status_code == 404


def test_a_deck_gets_as_much_of_the_daily_review_as_is_said(
    client: TestClient, workspace: Workspace, package: Path
) -> None:
    with package.open("rb") as file:
        html = squeezed(client.post("/anki/import", files={"file": file}, follow_redirects=True).text)
    assert "how much of your daily review they get" in html
    deck = look(workspace, anki.decks)[0].id
    assert re.search(r'<option value="0" ?selected>not at all', html)
    answer = client.post("/anki/share", data={deck: "0.25"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/anki#decks")
    assert look(workspace, lambda work: work.plans.get()).weights == {deck: 0.25}
    assert re.search(r'<option value="0.25" ?selected>a quarter', squeezed(client.get("/anki").text))
    assert client.post("/anki/share", data={deck: "lots"}).status_code == 400


def test_a_card_from_anki_shows_its_answer_and_no_rubric(
    client: TestClient, workspace: Workspace, package: Path
) -> None:
    bring(client, package)
    (deck,) = look(workspace, anki.decks)
    page = client.get("/review", params={"topic": deck.id}).text
    key = page.partition('name="key" value="')[2].partition('"')[0]
    client.post("/review/answer", data={"key": key, "kind": "recall", "topic": deck.id, "reveal": "1"})
    page = client.get("/review", params={"topic": deck.id}).text
    assert "The answer</h3>" in squeezed(page)
    assert "Tick what you said" not in page


def copy_in(page: str) -> str:
    return page.partition('name="copy" value="')[2].partition('"')[0]


def test_an_import_is_undone_by_its_button(client: TestClient, workspace: Workspace, package: Path) -> None:
    copy = copy_in(bring(client, package))
    assert len(look(workspace, anki.decks)) == 1
    page = client.post("/anki/undo", data={"copy": copy}, follow_redirects=True).text
    (kept,) = workspace.store.file.parent.glob("sharpen.db.before-undo-*")  # type: ignore[union-attr]
    assert "was undone: everything went back to what it was before." in squeezed(page)
    assert f"<code>sharpen restore {kept}</code>" in squeezed(page)
    assert look(workspace, anki.decks) == []
    for name in ("", "sharpen.db", "../sharpen.db.before-import-x", "sharpen.db.before-import-\0", copy[:-1]):
        answer = client.post("/anki/undo", data={"copy": name})
        assert (answer.status_code, "nothing was changed" in answer.text) == (400, True)


def test_an_undo_works_once_and_the_work_since_stays(client: TestClient, workspace: Workspace, package: Path) -> None:
    copy = copy_in(bring(client, package))
    client.post("/anki/undo", data={"copy": copy})
    client.post("/problems/k-means/draft", data={"source": "x = 'an hour of work'"})
    answer = client.post("/anki/undo", data={"copy": copy})
    assert answer.status_code == 400
    assert "This import was already undone; nothing was changed." in answer.text
    draft = look(workspace, lambda work: work.drafts.get("k-means"))
    assert draft
    assert draft.source == "x = 'an hour of work'"


def test_the_page_of_an_import_says_when_it_was_undone(client: TestClient, package: Path) -> None:
    with package.open("rb") as file:
        answer = client.post("/anki/import", files={"file": file})
    assert answer.status_code == 303
    done = answer.headers["location"]
    page = client.get(done)
    assert page.headers["cache-control"] == "no-store"
    assert "2 cards added" in page.text
    client.post("/anki/undo", data={"copy": copy_in(page.text)})
    after = client.get(done).text
    assert "2 cards added" not in after
    assert "Undo the import" not in after
    assert "was undone" in after
    bring(client, package)
    assert "was undone" not in client.get("/anki?undone").text


def test_the_offer_to_undo_stays_until_the_import_was_undone(client: TestClient, package: Path) -> None:
    assert "Undo the import" not in client.get("/anki").text
    first = copy_in(bring(client, package))
    client.post("/anki/share", data={"anki/Trees & <b>more</b>": "0.25"})
    assert copy_in(client.get("/anki").text) == first
    write(package, [replace(CARDS[0], answer="Another.")])
    second = copy_in(bring(client, package))
    assert second > first
    answer = client.post("/anki/undo", data={"copy": first})
    assert (answer.status_code, "another import since" in answer.text) == (400, True)
    client.post("/anki/undo", data={"copy": second})
    assert "Undo the import" not in client.get("/anki").text


def test_before_an_undo_the_page_says_what_else_goes(client: TestClient, package: Path) -> None:
    page = squeezed(bring(client, package))
    assert re.search(r"before the import of \d\d:\d\d\. Whatever you did since then goes, too; a copy", page)
    topic = "anki/Trees & <b>more</b>"
    card = client.get("/review", params={"topic": topic}).text
    data = {"key": card.partition('name="key" value="')[2].partition('"')[0], "kind": "recall", "topic": topic}
    client.post("/review/answer", data={**data, "reveal": "1"})
    client.post("/review/rate", data={**data, "rating": "3"})
    assert "goes, too, 1 review among it; a copy" in squeezed(client.get("/anki").text)


def test_an_image_is_shown_in_its_card(client: TestClient, tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 30)).save(file, "JPEG")
    deck = Deck(notes=[("<img src=a.jpg>", "<img src=a.jpg>")], media={"a.jpg": file.getvalue()})
    bring(client, deck.write(tmp_path / "a.apkg"))
    page = client.get("/review", params={"topic": "anki/Learn::Math"}).text
    found = re.search(r'<img class="brought" src="([^"]+)" width="40" height="30" alt="An image of the card"', page)
    assert found
    answer = client.get(found[1])
    assert answer.content == file.getvalue()
    assert answer.headers["content-type"] == "image/jpeg"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    for name in ("nothing", "image-" + "a" * 32 + "-4x3.png", "%00", "x" * 3000):
        assert client.get(f"/anki/images/{name}").status_code == 404


def test_a_file_that_is_none_is_refused_in_words(client: TestClient, workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "holiday.apkg"
    path.write_bytes(b"\x89PNG and so on")
    page = bring(client, path)
    assert 'role="alert"' in page
    assert look(workspace, anki.decks) == []
    assert "Choose a file first" in client.post("/anki/import", files={"file": ("", b"")}).text


def test_a_package_may_be_larger_than_a_submission(
    client: TestClient, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(security, "LARGEST_BODY", 1000)
    write(tmp_path / "big.apkg", [replace(CARDS[0], answer="why " * 2000)])
    assert (tmp_path / "big.apkg").stat().st_size > 1000
    assert "1 card added" in bring(client, tmp_path / "big.apkg")
    monkeypatch.setitem(pages.anki.UPLOADS, "/anki/import", 1000)
    assert "larger than the" in bring(TestClient(create_app(workspace), base_url=ORIGIN), tmp_path / "big.apkg")


def test_nobody_else_may_bring_a_deck(client: TestClient, package: Path) -> None:
    with package.open("rb") as file:
        answer = client.post("/anki/import", files={"file": file}, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_a_hostile_card_is_asked_like_any_other(client: TestClient, workspace: Workspace, tmp_path: Path) -> None:
    texts = [
        "$" + "\\sqrt{" * 200 + "x" + "}" * 200 + "$",
        "$$\\begin{equation}x\\label{review}\\end{equation}$$ (due)",
        "$\\rule{9999em}{9999em}$ $\\href{javascript:alert(1)}{x}$ <b onclick=x>b</b> [x](javascript:alert(1))",
        "> " * 200 + "deep " + "*a **b " * 200,
    ]
    write(tmp_path / "bad.apkg", [Packed(f"g{n}", 0, "Bad", "Q", "A") for n in range(len(texts))])
    # Written by hand: our own writer and reader would leave none of it as Markdown.
    bring(client, tmp_path / "bad.apkg")
    with workspace.writing() as work:
        every = sorted(work.cards.everything(), key=lambda card: card.id)
        changed = [replace(card, question=text, answer=text) for card, text in zip(every, texts, strict=True)]
        work.cards.put(*changed)
    for _ in texts:
        page = client.get("/review", params={"topic": "anki/Bad"})
        assert page.status_code == 200
        key = page.text.partition('name="key" value="')[2].partition('"')[0]
        data = {"key": key, "kind": "recall", "topic": "anki/Bad", "reveal": "1"}
        client.post("/review/answer", data=data)
        page = client.get("/review", params={"topic": "anki/Bad"})
        assert page.status_code == 200
        names = re.findall(r'\sid="([^"]*)"', page.text)
        assert len(names) == len(set(names))
        assert not re.search(r'="(?:javascript:|9999)|<b onclick|id="due" class="math', page.text)
        client.post("/review/rate", data={"key": key, "kind": "recall", "topic": "anki/Bad", "rating": "3"})


def test_an_upload_given_up_halfway_is_no_failure(client: TestClient) -> None:
    head = [
        (b"host", b"127.0.0.1:8400"),
        (b"content-length", b"900"),
        (b"content-type", b"multipart/form-data; boundary=x"),
    ]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/anki/import",
        "raw_path": b"",
        "query_string": b"",
        "headers": head,
    }
    statuses = []

    async def receive() -> dict[str, object]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        statuses.append(message.get("status"))

    with ThreadPoolExecutor(1) as thread:  # the browser tests leave a loop running in this one
        thread.submit(asyncio.run, client.app(scope, receive, send)).result()  # type: ignore[arg-type]
    assert statuses[0] == 400
