"""The first visit: what it shows of the wrong answer is what the judge says today, and mending it begins there."""

import json

from starlette.testclient import TestClient

from sharpen.practice import Workspace
from sharpen.practice.solving import drafts
from sharpen.web.pages.first_visit import KEPT, kept, source
from tests.looking import look
from tests.web.conftest import squeezed
from tests.web.first_visit import judged

AGAIN = "`python -m tests.web.first_visit` keeps what the judge says today"


def test_what_is_kept_is_what_the_judge_says_today(workspace: Workspace) -> None:
    verdict, picture = judged(workspace)
    assert json.loads((KEPT / "verdict.json").read_text()) == verdict, AGAIN
    assert (KEPT / "picture.svg").read_text() == picture, AGAIN
    assert "np.nan" in kept().failed.got, "the words beside the picture say that a center is gone"
    assert kept().failed.input.count("[") == 6, "two points, two centers"


def test_the_first_visit_shows_it_and_three_doors(client: TestClient) -> None:
    html = squeezed(client.get("/").text)
    assert kept().failed.name in html
    assert f"{kept().passed} of {kept().of} checks" in html
    assert 'action="/start"' in html
    assert 'href="/problems/k-means"' in html
    assert 'href="/placement"' in html
    assert client.get("/first-visit.svg").headers["content-type"] == "image/svg+xml"
    brought = squeezed(client.get("/start?date=2031-02-03&minutes=50").text)
    assert 'value="2031-02-03"' in brought
    assert 'value="50"' in brought


def test_fix_it_opens_the_problem_with_that_code_and_overwrites_nothing(
    client: TestClient, workspace: Workspace
) -> None:
    assert client.post("/first-visit").headers["location"] == "/problems/k-means"
    assert look(workspace, drafts.draft, "k-means").source == source()
    assert "moved[j] = X[labels == j].mean(axis=0)" in client.get("/problems/k-means").text
    drafts.save(workspace, "k-means", "mine = 1")
    client.post("/first-visit")
    assert look(workspace, drafts.draft, "k-means").source == "mine = 1"
