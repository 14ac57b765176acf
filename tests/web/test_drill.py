"""The page of the drill, and a session of drills without scripts."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.practice import Workspace
from sharpen.web.app import create_app
from tests.practice.drilling import front, letters, write_drills
from tests.web.conftest import ORIGIN, squeezed


@pytest.fixture
def workspace(workspace: Workspace, tmp_path: Path) -> Workspace:
    return replace(workspace, library=read_library([write_drills(tmp_path / "drills")]))


def sent(ws: Workspace, **more: str) -> dict[str, str]:
    asked = front(ws)
    return {"key": asked.key, "kind": "drill", "topic": "drill", "seconds": "30", **more}


def test_the_page_leads_into_a_session_and_shows_what_came_of_it(client: TestClient, workspace: Workspace) -> None:
    page = client.get("/drill").text
    assert "10 statements" in page
    assert 'href="/review?topic=drill"' in page
    assert "By pattern" not in page
    asked = front(workspace)
    html = squeezed(client.get("/review?topic=drill").text)
    assert "Which pattern?" in html
    for title in ("Windows", "Heaps", "Grids"):
        assert f'<a href="/topics/{title.lower()}">' not in html, "where a lesson is would tell"
    assert len(re.findall('type="radio"', html)) == 12
    pattern, time, space = letters(workspace, asked, cost=False)
    answer = {"part-0": str(pattern), "part-6": str(time), "part-9": str(space)}
    refused = client.post("/review/answer", data=sent(workspace, **{"part-0": str(pattern)}))
    assert "Choose one pattern, one time and one space" in refused.text
    assert client.post("/review/answer", data=sent(workspace, **answer)).headers["location"] == "/review?topic=drill"
    html = squeezed(client.get("/review?topic=drill").text)
    assert "Recognized, at another cost" in html
    assert "values that lie side by side" in html
    assert re.findall(r'data-rating="(\d)"', html) == ["2"]
    slug = asked.item.removeprefix("drill/")
    assert f'href="/problems/{slug}"' in html, "then it may be solved"
    client.post("/review/rate", data=sent(workspace, rating="2"))
    page = squeezed(client.get("/drill").text)
    assert "1 of 1 recognized so far" in page
    assert "Your drill goes on" in page
    assert "By pattern" in page
    assert "1 of the last 1 recognized" in page


def test_where_there_is_nothing_to_drill_the_page_says_so(workspace: Workspace, tmp_path: Path) -> None:
    root = write_drills(tmp_path / "none", of_each=0)
    client = TestClient(create_app(replace(workspace, library=read_library([root]))), base_url=ORIGIN)
    assert "There is nothing to drill yet" in client.get("/drill").text
