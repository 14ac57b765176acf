"""Before a solution opens, its cost is asked: told right or wrong with the reason, once, and not where nobody knows."""

import re

import pytest
from starlette.testclient import TestClient

from sharpen.practice import Workspace
from sharpen.practice.solving import costs, hints
from tests.looking import look

PAGE = "/problems/shortest-cover?tab=solution"


@pytest.fixture
def opened(client: TestClient) -> TestClient:
    """A browser in front of the question."""
    client.post("/problems/shortest-cover/solution")
    return client


def places(workspace: Workspace, *, right: bool) -> list[int]:
    asked = look(workspace, costs.questions, "shortest-cover")
    return [next(at for at, option in enumerate(one.options) if (option == one.right) == right) for one in asked]


def answer(client: TestClient, chosen: list[int]) -> str:
    form = {f"part-{at}": str(place) for at, place in enumerate(chosen)}
    sent = client.post("/problems/shortest-cover/costs", data=form, follow_redirects=False)
    assert sent.status_code == 303
    return client.get(sent.headers["location"]).text


def test_the_solution_opens_once_its_cost_was_said(opened: TestClient, workspace: Workspace) -> None:
    html = opened.get(PAGE).text
    assert "What does the best answer cost?" in html
    assert "O(n + m), n events, m needed kinds" in html
    assert "missing" not in html  # a name of the solution
    html = answer(opened, places(workspace, right=True))
    assert html.count("<strong>Right:</strong>") == 2
    assert "Both ends only move forward: O(n + kinds)." in html
    assert "missing" in html
    again = opened.get(PAGE).text
    assert "What does the best answer cost?" not in again
    assert "Right:" not in again  # it is told, not kept
    assert look(workspace, hints.count, "shortest-cover") == 0  # and is no hint


def test_a_wrong_cost_is_told_beside_the_right_one(opened: TestClient, workspace: Workspace) -> None:
    html = answer(opened, places(workspace, right=False))
    assert html.count("<strong>Not quite:</strong>") == 2
    assert re.search(r"you said\s+O\(.+?; it is\s+O\(n \+ m\), n events", html, re.DOTALL)


def test_the_question_can_be_skipped(opened: TestClient) -> None:
    html = opened.post("/problems/shortest-cover/costs", data={"skip": "1"}, headers={"hx-request": "true"}).text
    assert "missing" in html
    assert "Right:" not in html
    assert "What does the best answer cost?" not in opened.get(PAGE).text


def test_half_an_answer_is_refused_and_asked_again(opened: TestClient) -> None:
    assert opened.post("/problems/shortest-cover/costs", data={"part-0": "1"}).status_code == 400
    assert opened.post("/problems/shortest-cover/costs", data={"part-0": "1", "part-1": "99"}).status_code == 400
    assert "What does the best answer cost?" in opened.get(PAGE).text
    opened.post("/problems/shortest-cover/costs", data={"skip": "1"})
    assert opened.get(f"{PAGE}&said=9-9").status_code == 400


def test_nothing_is_asked_where_the_content_does_not_know(client: TestClient, workspace: Workspace) -> None:
    client.post("/problems/k-means/solution")
    assert "What does the best answer cost?" not in client.get("/problems/k-means?tab=solution").text
    assert look(workspace, costs.to_ask, "k-means") == ()


def test_the_reason_is_known_wherever_the_question_is_asked(workspace: Workspace) -> None:
    slugs = [slug for slug in workspace.library.problems if look(workspace, costs.questions, slug)]
    assert len(slugs) >= 72
    assert [slug for slug in slugs if "O(" not in look(workspace, costs.why, slug)] == []
