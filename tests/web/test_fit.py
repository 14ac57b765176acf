"""The statistics page fits the model of memory to the learner, reports its progress, and shows the result."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from sharpen.practice import Workspace
from sharpen.practice.day import fit
from tests.looking import look
from tests.memory.learner import FORGETS_FASTER, reviewed
from tests.practice.fitting import everything, keep
from tests.web.conftest import ORIGIN, squeezed

STREAM = {"accept": "text/event-stream", "hx-request": "true"}


@pytest.fixture
def many(workspace: Workspace) -> Workspace:
    keep(workspace, reviewed(3000, FORGETS_FASTER))
    return workspace


def section(client: TestClient) -> str:
    html = client.get("/statistics").text
    (found,) = re.findall(r'<div id="fit">(.*?)</section>', html, re.S)
    return " ".join(unescape(found).split())


def test_how_many_reviews_are_missing(client: TestClient, workspace: Workspace) -> None:
    assert "Fit to you" not in client.get("/statistics").text, "before the first review there is nothing to say"
    keep(workspace, reviewed(300))
    missing = look(workspace, fit.status).missing
    assert f"takes 1,000 reviews of yours: {missing} are missing" in section(client)
    assert "<button" not in section(client)
    refused = client.post("/statistics/fit")
    assert refused.status_code == 400
    assert f"{missing} are missing" in refused.text


def test_without_scripts_the_answer_is_the_page(client: TestClient, many: Workspace) -> None:
    assert "Fit to my reviews" in section(client)
    answer = client.post("/statistics/fit")
    assert (answer.status_code, answer.headers["location"]) == (303, "/statistics#fit-title")
    last = look(many, fit.status).last
    assert last
    shown = section(client)
    assert "Predictions use parameters that were fitted to your own reviews" in shown
    for value in (f"{last.before:.4f}", f"{last.after:.4f}", f"{last.held_out} latest reviews", "Fit again"):
        assert value in shown
    assert client.post("/statistics/fit/reset").status_code == 303
    assert not look(many, lambda work: work.plans.get()).parameters
    assert "learned from many people" in section(client)
    assert client.post("/statistics/fit/reset").status_code == 400


def test_with_scripts_progress_is_shown_as_it_goes(client: TestClient, many: Workspace) -> None:
    answer = client.post("/statistics/fit", headers=STREAM)
    assert answer.headers["content-type"].startswith("text/event-stream")
    messages = answer.text.strip().split("\n\n")
    assert len(messages) > 1
    assert "<progress" in messages[0]
    assert 'id="fit-begin" hidden' in squeezed(messages[0].replace("data: ", ""))
    assert "<progress" not in messages[-1]
    assert "fitted to your own reviews" in messages[-1]
    assert look(many, fit.status).fitted
    assert client.post("/statistics/fit/reset", headers=STREAM).text.count("<progress") > 0
    refused = client.post("/statistics/fit/reset", headers=STREAM).text
    assert 'role="alert"' in refused
    assert "in use already" in refused


def test_a_fit_that_is_not_better_is_shown_and_changes_nothing(client: TestClient, workspace: Workspace) -> None:
    keep(workspace, reviewed(1000, seed=3))
    before = everything(workspace)
    client.post("/statistics/fit")
    assert "Fitted to you, not kept" in section(client)
    assert "predict no better, so nothing was changed" in section(client)
    assert everything(workspace) == before


@pytest.mark.parametrize("path", ["/statistics/fit", "/statistics/fit/reset"])
def test_other_sites_cannot_ask_for_it(client: TestClient, many: Workspace, path: str) -> None:
    before = everything(many)
    assert client.post(path, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert client.post(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert everything(many) == before
    assert client.get(path).status_code == 405
    assert client.post(path, headers={"origin": ORIGIN}).status_code in (303, 400)
