"""Settings: the theme, all of one's work out as files, and a backup in, looked at first and undone after."""

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.domain.memory import Rating
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.cards import own
from sharpen.practice.day import session
from sharpen.practice.exchange import backup
from tests.looking import look

from .conftest import squeezed


def table(client: TestClient, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert "attachment" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.fixture
def document(tmp_path: Path) -> bytes:
    """The backup of another machine, with a card on it."""
    other = open_workspace(Settings(home=tmp_path / "other"))
    own.make(other, "From elsewhere?", "Yes")
    text = json.dumps(look(other, backup.export)).encode()
    other.close()
    return text


def test_the_theme_is_kept_and_given_back_to_the_machine(client: TestClient) -> None:
    assert client.post("/settings/theme", data={"scheme": "dark"}).headers["location"] == "/settings"
    assert 'data-scheme="dark"' in client.get("/problems").text
    assert 'value="dark"checked' in squeezed(client.get("/settings").text).replace('" checked', '"checked')
    client.post("/settings/theme", data={"scheme": ""})
    assert "data-scheme=" not in client.get("/problems").text.partition("<head>")[0]


def test_it_says_where_the_data_is_and_leads_to_the_rest(client: TestClient, workspace: Workspace) -> None:
    page = client.get("/settings").text
    assert str(workspace.store.file) in page
    for path in ("/plan", "/decks", "/statistics#fit-title", "/interviewer", "/sharpen-backup.json", "/anki#export"):
        assert f'href="{path}"' in page
        assert client.get(path).status_code == 200


def test_attempts_and_reviews_are_tables(client: TestClient, workspace: Workspace, wrong: str) -> None:
    assert table(client, "/settings/attempts.csv") == []
    client.post("/problems/k-means/attempts", data={"source": wrong, "seconds": "61"})
    (attempt,) = table(client, "/settings/attempts.csv")
    assert attempt["problem"] == "k-means"
    assert attempt["verdict"] == "wrong answer"
    assert attempt["seconds"] == "61"
    asked = session.resume(workspace, "pca").asked
    assert asked
    session.answer(workspace, asked.key, topic="pca")
    session.rate(workspace, asked.key, Rating.HARD, seconds=12, topic="pca")
    (review,) = table(client, "/settings/reviews.csv")
    assert (review["item"], review["rating"], review["first_time"]) == (asked.item, "hard", "yes")
    assert review["predicted_recall"] == ""


def test_a_backup_is_looked_at_imported_and_undone(client: TestClient, workspace: Workspace, document: bytes) -> None:
    mine = own.make(workspace, "Mine?", "Yes")
    seen = client.post("/settings/look", files={"file": ("b.json", document)})
    assert "1 records would change" in seen.text or "1 record" in seen.text
    assert [card.id for card in look(workspace, own.everything)] == [mine.id], "nothing was changed yet"
    key = squeezed(seen.text).partition('name="key" value="')[2].partition('"')[0]
    did = client.post("/settings/import", data={"key": key})
    assert "imported" in did.text
    assert {card.question for card in look(workspace, own.everything)} == {"Mine?", "From elsewhere?"}
    again = client.post("/settings/import", data={"key": key})
    assert again.status_code == 400
    assert "is not kept any more" in again.text
    assert "Nothing new in it" in client.post("/settings/look", files={"file": ("b.json", document)}).text
    copy = squeezed(client.get("/settings").text).partition('name="copy" value="')[2].partition('"')[0]
    assert client.post("/settings/undo", data={"copy": copy}).headers["location"] == "/settings?undone"
    assert [card.question for card in look(workspace, own.everything)] == ["Mine?"]
    assert "The import was undone" in client.get("/settings?undone").text
    assert client.post("/settings/undo", data={"copy": copy}).status_code == 400


@pytest.mark.parametrize("text", [b"", b"not json", b"[]", b'{"format": "other"}', b"SQLite format 3\0"])
def test_what_is_no_backup_is_refused_with_a_reason(client: TestClient, workspace: Workspace, text: bytes) -> None:
    before = look(workspace, backup.export) | {"exported": ""}
    answer = client.post("/settings/look", files={"file": ("b.json", text)})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert look(workspace, backup.export) | {"exported": ""} == before
    assert "Choose a file first" in client.post("/settings/look").text
