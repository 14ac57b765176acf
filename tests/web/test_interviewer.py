"""The page of the interviewer, and what it says to a sitting: shown before it is sent, text whatever it says."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.domain.passage import Typed
from sharpen.practice import Workspace
from sharpen.practice.design import sittings
from sharpen.practice.interviewer import plugging
from sharpen.web.app import create_app
from tests.interviewer.conftest import SECRET
from tests.interviewer.endpoint import LocalEndpoint, fails, says
from tests.looking import look
from tests.practice.casing import write_case
from tests.web.conftest import ORIGIN, squeezed

CASE = "rank-ads"
NOTES = "A canary takes 1 % of the traffic. <img src=x onerror=alert(1)>"
CLAIM = {"point": "p3", "score": 1, "quote": "<img src=x onerror=alert(1)>", "why": "**Bold** [x](javascript:alert(1))"}


@pytest.fixture
def ws(workspace: Workspace, tmp_path: Path) -> Workspace:
    return replace(workspace, library=read_library([write_case(tmp_path / "cases")]))


@pytest.fixture
def client(ws: Workspace) -> TestClient:
    return TestClient(create_app(ws), base_url=ORIGIN)


@pytest.fixture
def here(ws: Workspace) -> str:
    """The address of a sitting that is over."""
    sitting = sittings.start(ws, CASE)
    sittings.save(ws, CASE, sitting.id, Typed("serving", NOTES), over=True)
    return f"/cases/{CASE}/sittings/{sitting.id}"


def agreed(page: str) -> str:
    """The digest in the form of a preview."""
    return page.split('name="seen" value="')[1].split('"')[0]


def test_it_is_plugged_in_shown_without_its_key_and_unplugged(client: TestClient, server: LocalEndpoint) -> None:
    shown = client.get("/interviewer").text
    assert "Everything here works without one" in shown
    assert "Test the connection" not in shown
    form = {"url": server.url, "model": "m", "key": SECRET, "budget": "20000"}
    shown = client.post("/interviewer", data=form).text
    assert "A key is set" in shown
    assert "0 of 20,000 tokens used" in squeezed(shown)
    assert SECRET not in shown
    server.answers = [says({"ready": True})]
    answer = client.post("/interviewer/test", data={"seen": agreed(shown)})
    assert "m answered. It takes a JSON schema." in answer.text
    assert "150 of 20,000 tokens used, in 1 request." in squeezed(client.get("/interviewer").text)
    client.post("/interviewer", data={"url": server.url, "model": "m", "budget": "20000", "no_key": "1"})
    assert "None is set" in client.get("/interviewer").text
    client.post("/interviewer/forget")
    assert server.url not in client.get("/interviewer").text


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"url": "api.example"}, "begins with https://"),
        ({"url": "https://a:b@api.example/v1"}, "holds a name or a password"),
        ({"key": "two words"}, "That is no key"),
        ({"budget": "few"}, "from 1,000 to"),
        ({"budget": "10"}, "from 1,000 to"),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(
    client: TestClient, ws: Workspace, form: dict[str, str], why: str
) -> None:
    typed = {"url": "https://api.example/v1", "model": "mine", "budget": "5000"} | form
    answer = client.post("/interviewer", data=typed)
    assert answer.status_code == 400
    assert why in answer.text
    assert f'value="{typed["url"]}"' in answer.text
    assert "mine" in answer.text
    assert "two words" not in answer.text
    assert not plugging.plugged_in(ws)


def test_an_address_that_others_can_read_is_allowed_by_hand(client: TestClient, ws: Workspace) -> None:
    form = {"url": "http://10.0.0.1/v1", "model": "m", "budget": "5000"}
    assert "Send without encryption" in client.post("/interviewer", data=form).text
    assert not look(ws, lambda work: plugging.status(ws, work)).works
    client.post("/interviewer", data={**form, "open": "1"})
    assert look(ws, lambda work: plugging.status(ws, work)).works


def test_without_an_interviewer_a_sitting_offers_none(client: TestClient, here: str) -> None:
    assert "Suggest scores" not in client.get(here).text
    answer = client.post(f"{here}/suggest", data={"step": "serving"})
    assert "No interviewer is plugged in, so nothing was sent." in answer.text


def test_a_suggestion_is_shown_before_after_and_never_ticked(
    client: TestClient, ws: Workspace, server: LocalEndpoint, here: str
) -> None:
    plugging.change(ws, url=server.url, model="m", key=SECRET)
    assert client.get(here).text.count("Suggest scores") == 1, "at the step where something was written"
    server.answers = [says({"claims": [CLAIM, {"point": "p1", "score": 2, "quote": "A cache", "why": ""}]})]
    shown = client.post(f"{here}/suggest", data={"step": "serving"}).text
    assert "This would be sent" in shown
    assert server.requests == []
    assert "<<<ANSWER" in unescape(shown)
    form = {"step": "serving", "seen": agreed(shown), "always": "1"}
    found = client.post(f"{here}/suggest", data=form, headers={"hx-request": "true"})
    assert found.headers["content-type"].startswith("text/event-stream")
    assert "Asking the interviewer" in found.text
    assert "Accept 1" in found.text
    assert "1 claim dropped" in found.text
    assert "<img" not in found.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in found.text
    assert "<strong>" not in found.text, "it is text, not Markdown"
    assert SECRET not in found.text + shown + client.get(here).text
    sitting = look(ws, lambda work: sittings.find(work, CASE, here.rsplit("/", 1)[1]))
    assert sitting.ticks == {}
    assert "Accept 1" in client.post(f"{here}/suggest", data={"step": "serving"}).text, "not shown again"


def test_a_failure_is_a_notice_and_the_page_goes_on(
    client: TestClient, ws: Workspace, server: LocalEndpoint, here: str
) -> None:
    plugging.change(ws, url=server.url, model="m")
    server.answers = [fails(429, "slow down", retry_after="7")]
    shown = client.post(f"{here}/follow-ups").text
    answer = client.post(f"{here}/follow-ups", data={"seen": agreed(shown)})
    assert answer.status_code == 200
    assert "takes no more for now (429)" in answer.text
    assert "Try again in 7 s." in answer.text
    assert "Everything you typed is kept" in answer.text
    assert client.post(f"{here}/suggest", data={"step": "none"}).status_code == 400
