"""The Library has everything there is, and nothing is further than two clicks away."""

import re

import pytest
from starlette.testclient import TestClient

from sharpen.practice import Workspace
from sharpen.practice.solving import attempts
from sharpen.practice.stories import stories
from sharpen.web import places
from tests.web.test_transactions import lived_in

ONCE = (
    *("/problems", "/cases", "/labs", "/projects", "/stories", "/mocks", "/review", "/drill", "/log", "/plan"),
    *("/progress", "/statistics", "/readings", "/questions", "/recordings", "/cards", "/anki", "/interviewer"),
    *("/suspended", "/settings", "/sharpen-backup.json"),
)
"""What stood in the navigation and at the foot of every page before there was a Library."""
COUNT = re.compile(r'href="([^"]+)"[^>]*>[^<]*</a>\s*<span class="place-count">([^<]*)</span>')


def links(html: str) -> set[str]:
    """Where the links of a page lead."""
    return set(re.findall(r'<a\s[^>]*?href="(/[^"#?]*)', html))


def test_it_has_everything_that_was_in_the_navigation(client: TestClient) -> None:
    html = client.get("/library").text
    for path in (*ONCE, "/calendar", "/placement", "/decks", "/cards/new", "/statistics/problems", "/rounds"):
        assert f'href="{path}"' in html, path


def test_every_place_is_there(client: TestClient) -> None:
    for path in places.PLACES:
        assert client.get(path).status_code == 200, path


def test_nothing_is_further_than_two_clicks_away(client: TestClient, workspace: Workspace) -> None:
    around = links(client.get("/nowhere").text)
    near = around.union(*(links(client.get(path).text) for path in around if path.startswith(("/rounds", "/library"))))
    assert near >= {path for path in places.PLACES if "?" not in path}
    assert near >= {f"/topics/{topic.id}" for topic in workspace.library.outline}
    assert near >= {f"/problems/{slug}" for slug in workspace.library.problems}


def test_it_counts_what_there_is(workspace: Workspace) -> None:
    client = lived_in(workspace)
    stories.begin(workspace, "The launch that slipped")
    counts = dict(COUNT.findall(client.get("/library").text))
    library = workspace.library
    with workspace.reading() as work:
        solved = sum(state.is_solved for state in attempts.progress(work).values())
    assert counts["/problems"] == f"{solved} of {len(library.problems)} solved"
    assert counts["/cases"] == f"{len(library.cases)} cases"
    assert counts["/cards"] == f"{len(library.cards.index()) + 2:,} cards"
    assert counts["/readings"] == f"0 of {len(library.readings)} read"
    assert counts["/projects"] == f"1 project, {len(library.ladders)} ladders"
    assert counts[places.MY_CARDS] == counts["/anki"] == "1 card"
    assert counts["/log"] == "1 problem"
    assert counts["/mocks"] == "2 mocks"
    assert counts["/stories"] == "1 story"
    assert counts["/recordings"] == "1 recording"


def test_its_search_shows_nothing_until_something_is_typed(client: TestClient) -> None:
    script = {"hx-request": "true"}
    assert client.get("/search?typed=1&q=", headers=script).text.strip() == ""
    assert "/topics/viterbi" in client.get("/search?typed=1&q=viterbi", headers=script).text


@pytest.mark.parametrize(
    ("path", "home"),
    [
        ("/", "/"),
        ("/calendar", "/"),
        ("/rounds/depth", "/rounds"),
        ("/topics/k-means", "/rounds"),
        ("/problems/k-means", "/rounds"),
        ("/statistics/problems", "/progress"),
        ("/cards/new", "/library"),
        ("/settings", "/library"),
        ("/nowhere", ""),
    ],
)
def test_the_navigation_says_where_one_is(client: TestClient, path: str, home: str) -> None:
    assert places.under(path) == home
    html = client.get(path).text
    (nav,) = re.findall(r'<nav aria-label="Main">.*?</nav>', html, re.DOTALL)
    top = re.sub(r"<div.*?</div>", "", nav, flags=re.DOTALL)
    words = re.findall(r'aria-current="(\w+)"\s*>\s*(\w+)\s*<', top)
    assert words == ([("page" if path == home else "true", places.NAVIGATION[home])] if home else [])
