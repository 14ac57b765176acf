"""The six rounds: the map of their topics, a page for each, and the menu on every page."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from sharpen.domain.attempt import Origin
from sharpen.domain.project import Project
from sharpen.practice import Workspace
from sharpen.practice.day import plan
from sharpen.practice.solving import attempts
from sharpen.web.heat_map import short
from sharpen.web.pages.rounds import ABOUT
from sharpen.web.places import of_round
from tests.web.conftest import squeezed

CELL = re.compile(
    r'<a class="cell" href="/topics/([\w-]+)" data-ready="(\w+)"([^>]*)><span class="tip">(.*?)</span></a>'
)


STATEMENTS = 65
"""Those of the home page on a first visit."""


def cells(html: str) -> dict[str, tuple[str, str]]:
    """The shade of every cell and what it is called, by topic."""
    found = CELL.findall(squeezed(html))
    assert len({topic for topic, *_ in found}) == len(found)
    return {topic: (shade, re.sub(r"(\s*<[^>]*>\s*)+", "|", words).strip("|")) for topic, shade, _, words in found}


@pytest.mark.parametrize("path", ["/", "/rounds"])
def test_the_map_has_a_cell_for_every_topic(client: TestClient, workspace: Workspace, path: str) -> None:
    found = cells(client.get(path).text)
    outline = workspace.library.outline
    assert list(found) == [topic.id for round_ in outline.rounds for topic in outline if topic.round == round_]
    assert found["k-means"] == ("none", "k-means|Never met|Lesson, 8 cards, 2 problems")
    for topic in outline:
        there = workspace.library.stats()["topics"][topic.id]
        assert found[topic.id][1].endswith("|Coming") == (not any(there.values())), topic.id


def test_a_cell_says_how_ready_one_is(client: TestClient, workspace: Workspace, solution: str) -> None:
    attempt = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    list(attempts.judge(workspace, attempt.id))
    shade, words = cells(client.get("/").text)["k-means"]
    assert shade in "1234"
    assert re.fullmatch(r"k-means\|\d+% ready, 1 of \d+ tried\|Lesson, 8 cards, 2 problems", words)
    assert "1 of 33 problems solved" in client.get("/").text


def test_the_map_costs_no_reading(client: TestClient, workspace: Workspace) -> None:
    """Home has as many statements as before there was a map: it shows what Today is made of."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(workspace.store.engine, "before_cursor_execute", note)
    try:
        client.get("/")
    finally:
        event.remove(workspace.store.engine, "before_cursor_execute", note)
    assert 0 < len(statements) <= STATEMENTS


def test_a_round_has_its_topics_its_problems_and_what_to_do(client: TestClient, workspace: Workspace) -> None:
    library = workspace.library
    for round_, title in library.outline.rounds.items():
        html = client.get(f"/rounds/{round_}").text
        assert f"<h1>{short(title)}</h1>" in html
        topics = [topic.id for topic in library.outline if topic.round == round_]
        assert re.findall(r'data-row\s+href="/topics/([\w-]+)"', html) == topics
        slugs = [problem.slug for topic in topics for problem in library.problems.of_topic(topic)]
        assert re.findall(r'class="standing"\s+href="/problems/([\w-]+)"', html) == slugs
        assert 'href="/mocks"' in html
        assert ABOUT[round_] in html.replace("&#39;", "'")
        assert [place.path for place in of_round(round_) if f'href="{place.path}"' not in html] == []
        assert of_round(round_)
    assert client.get("/rounds/nope").status_code == 404


def test_the_depth_round_has_the_ladders(client: TestClient, workspace: Workspace) -> None:
    ladders = workspace.library.ladders
    html = client.get("/rounds/depth").text
    assert re.findall(r'<li id="ladder-([\w-]+)"', html) == list(ladders)
    assert "/dives?first=" not in html
    now, method = datetime.now(UTC), ladders.methods()[0].slug
    with workspace.writing() as work:
        work.projects.put(Project("me", "a1", "Search", now - timedelta(days=2), now - timedelta(days=2)))
        work.projects.put(Project("me", "a2", "Ads", now, now, methods={method: True}))
        work.projects.put(Project("me", "a3", "Gone", now, now, deleted=now))
    begins = re.findall(r'href="/projects/(\w+)/dives\?first=([\w-]+)"', client.get("/rounds/depth").text)
    assert begins == [("a2", one.slug) for one in (*ladders.facets(), ladders[method])]


def test_the_menu_counts_the_review_of_today_by_round(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, new_a_day=12, minutes=60)
    html = squeezed(client.get("/nowhere").text)
    (badge,) = re.findall(r'<a class="due" href="/review">(\d+) new</a>', html)
    (menu,) = re.findall(r'<div id="rounds-menu".*?</div>', html)
    counts = re.findall(r'href="/rounds/([\w-]+)">[^<]*<span class="menu-count">(\d+)', menu)
    assert sum(int(count) for _, count in counts) == int(badge) == 12
    assert {round_ for round_, _ in counts} <= set(workspace.library.outline.rounds)
