"""Pages of stories: the bank and its holes, a story with its counts, rehearsing it, and what a large bank costs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.domain.passage import Passage
from sharpen.domain.story import Story
from sharpen.practice import Workspace
from sharpen.practice.stories import stories
from sharpen.web.app import create_app
from tests.looking import look
from tests.practice.asking_stories import write_questions
from tests.web.conftest import squeezed

JSON, SCRIPT = {"accept": "application/json"}, {"hx-request": "true"}


@pytest.fixture
def ws(workspace: Workspace, tmp_path: Path) -> Workspace:
    return replace(workspace, library=read_library([write_questions(tmp_path / "questions")]))


@pytest.fixture
def client(ws: Workspace) -> Iterator[TestClient]:
    with TestClient(create_app(ws), base_url="http://localhost", follow_redirects=False) as client:
        yield client


@pytest.fixture
def story(ws: Workspace) -> Story:
    return stories.begin(ws, "The <late> launch", ["ownership"])


def test_an_empty_bank_explains_and_begins_a_story(client: TestClient, ws: Workspace) -> None:
    page = client.get("/stories").text
    assert "Write your first story" in page
    assert "The ranking model that nobody trusted" in page
    answer = client.post("/stories", data={"title": "Mine"})
    assert answer.status_code == 303
    assert "Mine" in client.get(answer.headers["location"]).text
    refused = client.post("/stories", data={"title": "x" * 201})
    assert (refused.status_code, "The title has 201 characters" in refused.text) == (400, True)
    assert len(look(ws, lambda work: work.stories.summaries())) == 1


@pytest.mark.usefixtures("story")
def test_the_bank_has_a_matrix_and_names_its_holes(client: TestClient) -> None:
    page = squeezed(client.get("/stories").text)
    assert "The &lt;late&gt; launch" in page
    assert "never told" in page
    assert re.findall(r"<li>(No story shows [^<]*)</li>", page) == [
        "No story shows Focus on users.",
        "No story shows Ambiguity.",
    ]


def test_a_story_is_saved_passage_by_passage_and_a_conflict_says_what_is_there(
    client: TestClient, ws: Workspace, story: Story
) -> None:
    address = f"/stories/{story.id}/passages/action"
    assert client.post(address, data={"text": "I did.", "edit": "p.1"}, headers=JSON).json()["same"]
    behind = client.post(address, data={"text": "We did.", "edit": "q.1"}, headers=JSON)
    assert (behind.status_code, behind.json()["text"]) == (409, "I did.")
    assert client.get(f"/stories/{story.id}/versions").json()["versions"]["action"] == "p.1"
    page = squeezed(client.get(f"/stories/{story.id}").text)
    assert "1 text put aside" in page
    assert "<dd>1 to 0</dd>" in page
    edit = look(ws, stories.find, story.id).aside[0].edit
    client.post(f"/stories/{story.id}/restore", data={"edit": edit})
    assert look(ws, stories.find, story.id).text("action") == "We did."


def test_counts_are_of_what_is_typed_and_say_that_they_are_no_more(
    client: TestClient, ws: Workspace, story: Story
) -> None:
    form = {"action": "I called " * 150, "result": "We halved it"}
    page = squeezed(client.post(f"/stories/{story.id}/counts", data=form, headers=SCRIPT).text)
    for words in (
        "1 %, 3 words",
        "99 %, 300 words",
        "1:54 to 2:20 minutes",
        "150 to 1",
        "1: halved",
        "counts and no more",
    ):
        assert words in page
    assert look(ws, stories.find, story.id).told["action"] == ""


def test_without_scripts_everything_is_saved_at_once(client: TestClient, ws: Workspace, story: Story) -> None:
    base = {"base.title": story.passage("title").version}
    form = {**base, "title": "Another", "action": "I\r\ndid", "was": "ownership", "shows": ["users", "ambiguity"]}
    assert client.post(f"/stories/{story.id}", data=form).status_code == 303
    kept = look(ws, stories.find, story.id)
    assert (kept.title, kept.text("action"), set(kept.competencies)) == ("Another", "I\ndid", {"users", "ambiguity"})
    wrong = client.post(f"/stories/{story.id}", data={"title": "x" * 201})
    assert (wrong.status_code, "The title has 201 characters" in wrong.text) == (400, True)


def test_a_tick_changes_what_the_story_answers(client: TestClient, ws: Workspace, story: Story) -> None:
    form = {"shows": ["ownership", "users"], "changed": "users"}
    part = client.post(f"/stories/{story.id}/competencies", data=form, headers=SCRIPT).text
    assert [found for found in ("deadlines", "complaints", "fog") if f"Tell me about {found}." in part] == [
        "deadlines",
        "complaints",
        "fog",
    ]
    client.post(f"/stories/{story.id}/competencies", data={"shows": "users", "changed": "ownership"}, headers=SCRIPT)
    assert look(ws, stories.find, story.id).competencies == ("users",)


def test_deleting_offers_to_bring_it_back(client: TestClient, ws: Workspace, story: Story) -> None:
    answer = client.post(f"/stories/{story.id}/delete")
    page = client.get(answer.headers["location"]).text
    assert "was deleted." in page
    assert f'action="/stories/{story.id}/bring-back"' in page
    assert "This story is deleted" in client.get(f"/stories/{story.id}").text
    client.post(f"/stories/{story.id}/bring-back")
    assert story.id in look(ws, lambda work: work.stories.summaries())


def test_a_story_is_rehearsed_rated_and_says_when_it_comes_back(client: TestClient, story: Story) -> None:
    page = client.get(f"/stories/{story.id}/rehearse").text
    assert '<option value="deadlines" data-fits selected' in squeezed(page)
    answer = client.post(f"/stories/{story.id}/rehearse", data={"question": "deadlines"})
    address = answer.headers["location"]
    assert "Tell me about deadlines." in client.get(address).text
    client.post(f"{address}/time", data={"seconds": "61"})
    client.post(address, data={"went": "3", "seconds": "95", "note": "Slower"})
    page = squeezed(client.get(address).text)
    assert "All of it, in 1:35. The story comes back on" in page
    assert "Slower</textarea>" in page
    assert client.post(address, data={"went": "9"}).status_code == 400
    assert client.post(f"/stories/{story.id}/rehearse", data={"question": "nope"}).status_code == 404
    page = squeezed(client.get(f"/stories/{story.id}").text)
    assert "Told once, just now." in page
    assert "Tell me about deadlines." in page
    assert "told once, just now" in squeezed(client.get("/questions").text)


def test_the_search_of_everything_finds_what_is_written_in_it(client: TestClient, ws: Workspace, story: Story) -> None:
    with ws.writing() as work:
        work.stories.put(replace(story, passages={"result": Passage("The zeppelin landed.")}))
    assert f'href="/stories/{story.id}"' in client.get("/search?q=zeppelin").text


@pytest.mark.usefixtures("story")
def test_all_stories_stand_on_one_page_for_paper(client: TestClient, ws: Workspace) -> None:
    stories.delete(ws, stories.begin(ws, "Deleted").id)
    page = client.get("/stories/print").text
    assert "The &lt;late&gt; launch" in page
    assert "Deleted" not in page
    assert "Ownership" in page
