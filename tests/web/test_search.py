"""One search for everything, and the list of problems narrowed by the same rules."""

import re
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from sharpen.domain.card import Brought
from sharpen.domain.project import Project
from sharpen.practice import Workspace
from sharpen.practice.search import Found, Kind, everything
from sharpen.web.pages.search import groups
from tests.sampling import of_today

ROW = re.compile(r'data-row\s+href="([^"]*)"')


def found(client: TestClient, query: str) -> list[str]:
    return ROW.findall(client.get("/search", params={"q": query}).text)


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("kmeans", ["/topics/k-means", "/problems/k-means"]),
        ("knn", ["/topics/k-nearest-neighbors", "/problems/k-nearest-neighbors"]),
        ("ols", ["/topics/linear-regression", "/problems/least-squares"]),
        ("logreg", ["/topics/logistic-regression", "/problems/logistic-newton"]),
        ("backprop", ["/topics/mlp", "/problems/mlp-backward"]),
        ("neural network", ["/topics/mlp", "/topics/feedforward-networks"]),
        ("knn_predict", ["/problems/k-nearest-neighbors"]),
        ("regresion", ["/topics/linear-regression", "/problems/least-squares"]),
        ("attention", ["/topics/attention", "/topics/attention#cards"]),
        ("viterbi", ["/topics/viterbi", "/topics/viterbi#cards"]),
        ("softmax", ["/topics/cross-entropy"]),
    ],
)
def test_what_people_type_is_found(client: TestClient, query: str, paths: list[str]) -> None:
    assert set(paths) <= set(found(client, query))


def test_every_problem_and_topic_is_found_by_its_title_and_function(workspace: Workspace) -> None:
    """By what the page shows of each kind; it is not rendered, and only a part of them is looked for each day."""
    with workspace.reading() as work:
        for problem in of_today(workspace.library.problems.values(), 15):
            for query in (problem.title, problem.slug, *problem.entry):
                assert (Kind.PROBLEM, problem.slug) in shown(everything(work, query)), query
        for topic in of_today(workspace.library.outline, 25):
            assert (Kind.TOPIC, topic.id) in shown(everything(work, topic.title)), topic.title


def shown(listed: list[Found]) -> set[tuple[Kind, str]]:
    return {(one.kind, one.id) for _, ones, _ in groups(listed) for one in ones}


def test_a_deck_and_its_cards_are_found(client: TestClient, workspace: Workspace) -> None:
    with workspace.writing() as work:
        work.cards.put(
            Brought("me", "anki/x-0", "anki/Beekeeping", datetime.now(UTC), "How warm is a *hive*?\n\n35", "35")
        )
    assert found(client, "beekeeping") == ["/anki#decks"]
    assert found(client, "hive") == ["/anki#decks"]
    assert "How warm is a <em>hive</em>?" in client.get("/search?q=hive").text


def test_every_page_can_be_gone_to(client: TestClient) -> None:
    with_nothing_typed = found(client, "")
    pages = {href for href in re.findall(r'<a[^>]*?href="(/[a-z]+)"', client.get("/").text) if href != "/search"}
    assert pages <= {*with_nothing_typed}, "the navigation, and the foot of a page"
    assert found(client, "readiness")[0] == "/progress"
    assert "/labs/ads-click-ranking" in found(client, "lab ads")
    for path in with_nothing_typed:
        assert client.get(path).status_code == 200


def test_a_ladder_is_found_and_begins_a_dive(client: TestClient, workspace: Workspace) -> None:
    ladders, now = workspace.library.ladders, datetime.now(UTC)
    facet, method = ladders.facets()[0], ladders.methods()[0]
    for ladder in ladders.values():
        assert f"/rounds/depth#ladder-{ladder.slug}" in found(client, f"ladder {ladder.title}")
    with workspace.writing() as work:
        work.projects.put(Project("me", "a1", "Search", now, now))
    assert f"/projects/a1/dives?first={facet.slug}" in found(client, f"ladder {facet.title}")
    assert f"/rounds/depth#ladder-{method.slug}" in found(client, f"ladder {method.title}")


def test_a_round_is_a_page_to_go_to(client: TestClient, workspace: Workspace) -> None:
    for round_, title in workspace.library.outline.rounds.items():
        assert f"/rounds/{round_}" in found(client, f"round {title}")


def test_nothing_typed_and_nothing_found(client: TestClient) -> None:
    assert "Nothing found" not in client.get("/search").text
    assert "Nothing found" in client.get("/search?q=zzzz").text
    assert "&lt;b&gt;" in client.get("/search?q=<b>").text
    script = client.get("/search?q=knn", headers={"hx-request": "true"}).text
    assert "<html" not in script
    assert "/problems/k-nearest-neighbors" in script


@pytest.mark.parametrize("query", ["kmeans", "knn", "ols", "logreg", "backprop", "neural network", "regresion"])
def test_the_list_of_problems_is_narrowed_by_the_same_rules(client: TestClient, query: str) -> None:
    listed = [path for path in ROW.findall(client.get("/problems", params={"q": query}).text) if "/problems/" in path]
    searched = [path for path in found(client, query) if "/problems/" in path]
    assert set(searched) <= set(listed)
    assert listed
