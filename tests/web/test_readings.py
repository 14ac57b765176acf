"""The page of readings: what it shows of each, filters, marks, notes, and the ways that lead to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.domain.reading import ReadingMark
from sharpen.practice import Workspace
from sharpen.practice.topics import readings
from sharpen.web.app import create_app
from tests.looking import look
from tests.practice.casing import write_case
from tests.practice.reading_list import READINGS, write_readings
from tests.web.conftest import squeezed

ONE, OTHER = "acme-ranking", "a-course"
JSON = {"accept": "application/json"}


def serving(ws: Workspace, root: Path) -> TestClient:
    app = create_app(replace(ws, library=read_library([root])))
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_readings(tmp_path / "readings")


@pytest.fixture
def ws(workspace: Workspace, root: Path) -> Workspace:
    return replace(workspace, library=read_library([root]))


@pytest.fixture
def client(ws: Workspace) -> Iterator[TestClient]:
    with TestClient(create_app(ws), base_url="http://localhost", follow_redirects=False) as client:
        yield client


def kept(ws: Workspace) -> ReadingMark:
    return look(ws, lambda work: readings.mark_of(work, ONE))


def item(client: TestClient, reading: str, path: str = "/readings") -> str:
    """What the page shows of a reading."""
    found = re.search(rf'<li class="reading" id="{reading}".*?</li>', squeezed(client.get(path).text))
    assert found
    return found[0]


def test_each_reading_says_what_to_take_from_it_and_what_that_rests_on(client: TestClient) -> None:
    shown = item(client, ONE)
    assert 'href="https://acme.example/rank?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"' in shown
    assert "Retrieve first. Then rank, and measure both." in shown
    assert "2020" in shown
    assert "We read a part of it." in shown
    assert 'href="https://elsewhere.example/on-it"' in shown
    assert 'href="/topics/ranking"' in shown
    assert 'href="/cases/rank-ads">Case: Rank ads<' in shown
    assert 'aria-pressed="false"' in shown
    course = item(client, OTHER)
    assert "Not read by us: this goes by its title and its place." in course
    assert "target" not in course
    page = squeezed(client.get("/readings").text)
    assert re.findall(r'<h2 id="shelf-\d">(.*?)</h2>', page) == ["Acme", "Courses"]
    assert "<span data-read-count>0</span>of 2 read" in page


def test_the_list_is_narrowed_with_and_without_scripts(client: TestClient, ws: Workspace) -> None:
    readings.mark(ws, ONE, read=True)
    for query, shown in {
        "": [OTHER, ONE],
        "?q=retrieve": [ONE],
        "?company=Courses": [OTHER],
        "?unread=1": [OTHER],
        "?company=Acme&unread=1": [],
        "?q=nothing": [],
    }.items():
        assert client.get(f"/readings{query}", headers=JSON).json() == {"shown": shown}, query
        for reading in (ONE, OTHER):
            hidden = item(client, reading, f"/readings{query}").split(">")[0].endswith("hidden")
            assert hidden == (reading not in shown), query
    assert '<div class="empty panel" data-none>' in squeezed(client.get("/readings?q=nothing").text)


def test_a_reading_is_marked_read_by_a_form_and_by_a_script(client: TestClient, ws: Workspace) -> None:
    answer = client.post(f"/readings/{ONE}/mark", data={"read": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/readings#{ONE}")
    assert kept(ws).read
    shown = item(client, ONE)
    assert 'aria-pressed="true"' in shown
    assert 'value="0"' in shown
    assert "<span data-read-count>1</span>" in squeezed(client.get("/readings").text)
    assert client.post(f"/readings/{ONE}/mark", data={"read": "0"}, headers=JSON).json() == {"read": False}
    assert client.post("/readings/none/mark", data={"read": "1"}).status_code == 404


def test_a_note_is_saved_shown_as_markdown_and_never_lost(client: TestClient, ws: Workspace) -> None:
    here = f"/readings/{ONE}/note"
    sent = {"text": "## Two\r\n**towers**", "base": "", "edit": "p.1"}
    assert client.post(here, data=sent, headers=JSON).json() == {"version": "p.1", "same": True}
    assert client.get(here, headers=JSON).json() == {"version": "p.1", "text": "## Two\n**towers**"}
    assert "<strong>towers</strong>" in client.get(here, headers={"hx-request": "true"}).text
    assert client.get(here).headers["location"] == f"/readings#{ONE}"
    assert "<strong>towers</strong>" in item(client, ONE)
    stale = client.post(here, data={"text": "Trees", "base": "", "edit": "q.1"}, headers=JSON)
    assert (stale.status_code, stale.json()["text"]) == (409, "## Two\n**towers**")
    assert client.get("/readings/state").json() == {"read": [], "versions": {ONE: "p.1"}}
    assert "1 note put aside" in squeezed(client.get("/readings").text)
    assert client.post(f"{here}/restore", data={"edit": "q.1"}).headers["location"] == f"/readings#{ONE}"
    assert kept(ws).note.text == "Trees"
    assert client.post(f"{here}/restore", data={"edit": "q.1"}).status_code == 404


def test_a_note_is_saved_without_scripts_and_refused_when_too_long(client: TestClient, ws: Workspace) -> None:
    here = f"/readings/{ONE}/note"
    assert client.post(here, data={"text": "Mine", "base": ""}).headers["location"] == f"/readings#{ONE}"
    assert kept(ws).note.text == "Mine"
    long = client.post(here, data={"text": "x" * 50_001, "base": ""}, headers=JSON)
    assert (long.status_code, "at most 50,000" in long.json()["error"]) == (400, True)
    assert kept(ws).note.text == "Mine"


def test_a_note_cannot_bring_markup_of_its_own(client: TestClient) -> None:
    client.post(f"/readings/{ONE}/note", data={"text": "<script>x</script> </textarea><b>", "base": ""})
    assert "<script>x" not in client.get("/readings").text
    assert "</textarea><b>" not in client.get("/readings").text


def test_topics_cases_and_the_search_lead_to_readings(client: TestClient, ws: Workspace) -> None:
    readings.mark(ws, ONE, read=True)
    link = f'href="/readings#{ONE}"'
    for path in ("/topics/ranking", "/cases/rank-ads"):
        shown = squeezed(client.get(path).text)
        assert link in shown, path
        assert "Read at companies" in shown, path
        assert '<span class="state" data-state="solved">Read</span>' in shown, path
    assert link in client.get("/search?q=acme").text
    assert link not in client.get("/topics/clicks").text
    assert 'href="/readings"' in client.get("/cases").text
    assert 'href="/readings"' in client.get("/library").text


def test_without_readings_the_page_says_so(ws: Workspace, root: Path, tmp_path: Path) -> None:
    none = serving(ws, write_case(tmp_path / "none"))
    page = squeezed(none.get("/readings").text)
    assert "There are no readings here yet" in page
    assert "the lessons" in page
    assert "Read at companies" not in none.get("/topics/ranking").text
    (root / "readings.toml").write_text(READINGS.replace("basis", "bases"))
    assert "sharpen content check" in serving(ws, root).get("/readings").text
