"""The page of behavioral questions: what it shows of each, its filters, and the ways that lead to it."""

import re
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.practice import Workspace
from sharpen.web.app import create_app
from tests.web.conftest import squeezed

SCRIPT = {"hx-request": "true"}


def asked(page: str) -> list[str]:
    return re.findall(r'class="behavioral-inside" id="([^"]+)"', page)


def test_a_question_opens_to_what_is_really_asked(client: TestClient) -> None:
    page = squeezed(client.get("/questions").text)
    (inside,) = re.findall(r'<div class="behavioral-inside" id="own-mistake">.*?</div>', page)
    assert "and what you do differently since." in inside
    assert inside.index("Good signs") < inside.index("said in one sentence") < inside.index("Bad signs")
    assert "What did you say to the first person you told?" in inside
    assert "Also shows: Integrity and responsible ML" in inside


def test_questions_are_narrowed_by_competency_and_by_words(client: TestClient) -> None:
    every = asked(client.get("/questions").text)
    assert len(every) == len(set(every)) >= 66
    of_one = client.get("/questions?competency=responsibility")
    assert "own-mistake" in asked(of_one.text), "an answer to it can show responsibility besides"
    assert "two-fires" not in asked(of_one.text)
    assert 'value="responsibility" checked' in squeezed(of_one.text)
    both = client.get("/questions?competency=responsibility&q=privacy", headers=SCRIPT).text
    assert asked(both) == ["signal-left-out"]
    assert "<html" not in both
    assert "1 of 77 questions" in squeezed(both)
    assert asked(client.get("/questions?competency=nothing").text) == every


def test_what_matches_nothing_says_so(client: TestClient) -> None:
    page = client.get("/questions?q=%3Cscript%3Exyzzy")
    assert "No question matches" in page.text
    assert "<script>xyzzy" not in page.text


def test_the_search_of_everything_leads_to_a_question(client: TestClient) -> None:
    assert 'href="/questions#labelers-disagree"' in client.get("/search?q=labelers", headers=SCRIPT).text


def test_without_questions_the_page_says_what_to_do(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    app = create_app(replace(workspace, library=read_library([tmp_path])))
    with TestClient(app, base_url="http://localhost") as client:
        assert "There are no questions here yet" in client.get("/questions").text
