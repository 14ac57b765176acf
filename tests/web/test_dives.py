"""The pages of a dive: one question at a time, an interviewer that asks on, and what is shown and ticked afterwards."""

import re

import pytest
from starlette.testclient import TestClient

from sharpen.domain.dive import NEXT, Dive, How
from sharpen.domain.passage import Typed
from sharpen.practice import Workspace
from sharpen.practice.depth import dives, projects
from sharpen.practice.ids import new_edit
from sharpen.practice.interviewer import plugging
from tests.interviewer.endpoint import LocalEndpoint, breaks, says
from tests.looking import look
from tests.web.test_interviewer import agreed

WORDS = "We logged every search for ninety days and joined it with the bookings."
ASKS_ON = "You joined by the day. What of bookings that come later?"


@pytest.fixture
def dive(workspace: Workspace) -> Dive:
    """A dive that has just begun, into a project with an answer to every field."""
    project = projects.create(workspace, "Ranking")
    fields = [field.id for field in workspace.library.ladders.fields]
    projects.take_texts(workspace, project.id, dict.fromkeys(fields, "We counted twice, by hand and by the logs. " * 5))
    return dives.start(workspace, project.id, 20, "data")


def here(dive: Dive) -> str:
    return f"/projects/{dive.project}/dives/{dive.id}"


def now(workspace: Workspace, dive: Dive) -> Dive:
    return look(workspace, lambda work: dives.find(work, dive.project, dive.id))


def typed(workspace: Workspace, dive: Dive, text: str) -> str:
    """Type this to the question in front; its name."""
    front = now(workspace, dive).front
    assert front is not None
    dives.save(workspace, dive.project, dive.id, Typed(front.name, text, edit=new_edit()))
    return front.name


def test_without_scripts_a_dive_is_answered_question_by_question(
    client: TestClient, workspace: Workspace, dive: Dive
) -> None:
    shown = client.get(here(dive))
    assert shown.text.count("<textarea") == 1
    front = dive.front
    assert front is not None
    assert front.text in shown.text
    form = {"name": front.name, "text": WORDS, "base": "", "how": "stuck", "seconds": "60"}
    shown = client.post(f"{here(dive)}/answer", data=form, follow_redirects=True)
    assert WORDS in shown.text, "above the question that follows"
    after = now(workspace, dive)
    assert after.front is not None
    assert after.front.name == front.name + NEXT
    assert after.answers[0].how is How.STUCK
    client.post(f"{here(dive)}/answer", data=form)
    assert now(workspace, dive).answers == after.answers, "said twice counts once"
    assert front.text in client.post(f"{here(dive)}/back", data={}, follow_redirects=True).text
    shown = client.post(f"{here(dive)}/answer", data={"finish": "1", "name": front.name}, follow_redirects=True)
    assert "After the dive" in shown.text
    assert WORDS in shown.text


def test_what_a_calculation_comes_to_is_shown_when_the_dive_is_over(
    client: TestClient, workspace: Workspace, dive: Dive
) -> None:
    dives.finish(workspace, dive.project, dive.id)
    dive = dives.start(workspace, dive.project, 20, "baselines")
    for _ in range(4):
        for how in (How.STRONG, How.PARTIAL):
            front = now(workspace, dive).front
            assert front is not None
            dives.say(workspace, dive.project, dive.id, front.name, how)
            assert "It comes to" not in client.get(here(dive)).text
    dives.finish(workspace, dive.project, dive.id)
    shown = client.get(here(dive)).text
    asked = {answer.rung for answer in now(workspace, dive).answers}
    said = [rung for rung in workspace.library.ladders["baselines"].rungs if rung.id in asked and rung.strong_answer]
    assert said
    assert shown.count("It comes to:") == len(said)


def test_every_dive_can_be_found_by_what_it_asked_about(client: TestClient, workspace: Workspace, dive: Dive) -> None:
    for _ in range(11):
        front = dive.front
        assert front is not None
        dives.say(workspace, dive.project, dive.id, front.name, How.STRONG)
        dives.finish(workspace, dive.project, dive.id)
        dive = dives.start(workspace, dive.project, 20, "serving")
    dives.finish(workspace, dive.project, dive.id)
    listing = f"/projects/{dive.project}/dives"
    rows = re.findall(r'<p class="row-note">(.*?)</p>', client.get(listing).text)
    assert rows == [""] + ["Serving"] * 9, "the last was over before anything was answered"
    assert f'href="{listing}?all=1">Show 2 more' in client.get(listing).text
    rows = re.findall(r'<p class="row-note">(.*?)</p>', client.get(f"{listing}?all=1").text)
    assert rows[-1] == "Data"


def test_an_interviewer_asks_on_and_its_question_is_in_front(
    client: TestClient, workspace: Workspace, dive: Dive, server: LocalEndpoint
) -> None:
    assert "ask on" not in client.get(here(dive)).text, "nobody is plugged in"
    plugging.change(workspace, url=server.url, model="m")
    assert "Let the interviewer ask on" in client.get(here(dive)).text
    refused = client.post(f"{here(dive)}/turns")
    assert (refused.status_code, "Type an answer first" in refused.text) == (400, True)
    name = typed(workspace, dive, WORDS)
    server.answers = [says(ASKS_ON)]
    seen = agreed(client.post(f"{here(dive)}/turns").text)
    assert server.requests == []
    found = client.post(f"{here(dive)}/turns", data={"seen": seen, "always": "1"}, headers={"hx-request": "true"}).text
    assert ASKS_ON in found
    assert "Answer it" in found
    front = now(workspace, dive).front
    assert front is not None
    assert (front.on, front.text) == (name, ASKS_ON)
    shown = client.get(here(dive)).text
    assert shown.index(WORDS) < shown.index(ASKS_ON)
    assert client.post(f"{here(dive)}/turns").status_code == 400, "first the candidate answers"

    typed(workspace, dive, "They count for the day of the search.")
    client.post(f"{here(dive)}/turns")
    sent = str(server.requests[-1]["messages"])
    assert sent.index(WORDS) < sent.index(ASKS_ON) < sent.index("They count for the day")
    dives.say(workspace, dive.project, dive.id, now(workspace, dive).turns(name)[-1], How.PARTIAL)
    after = now(workspace, dive)
    assert after.front is not None
    assert after.front.name == name + NEXT, "what the candidate says is said of the whole answer"
    assert len(after.turns(name)) == 2


def test_an_interviewer_that_fails_in_the_middle_changes_nothing(
    client: TestClient, workspace: Workspace, dive: Dive, server: LocalEndpoint
) -> None:
    plugging.change(workspace, url=server.url, model="m")
    name = typed(workspace, dive, WORDS)
    seen = agreed(client.post(f"{here(dive)}/turns").text)
    server.answers = [breaks("You joined ")]
    found = client.post(f"{here(dive)}/turns", data={"seen": seen}, headers={"hx-request": "true"}).text
    assert "You joined" in found
    assert "Everything you typed is kept" in found
    assert found.rpartition("data: \n")[2].count("Answer it") == 0
    after = now(workspace, dive)
    assert after.front is not None
    assert (after.front.name, after.text(name)) == (name, WORDS)


def test_suggested_ticks_quote_the_answer_and_wait_to_be_accepted(
    client: TestClient, workspace: Workspace, dive: Dive, server: LocalEndpoint
) -> None:
    plugging.change(workspace, url=server.url, model="m")
    name = typed(workspace, dive, WORDS)
    dives.say(workspace, dive.project, dive.id, name, How.STRONG)
    assert client.post(f"{here(dive)}/suggest", data={"name": name}).status_code == 400, "the dive goes on"
    dives.finish(workspace, dive.project, dive.id)
    dives.tick(workspace, dive.project, dive.id, name, [2])
    claims = [
        {"point": "p1", "score": 1, "quote": "ninety days", "why": "It says how long."},
        {"point": "p2", "score": 1, "quote": "never said", "why": ""},
    ]
    server.answers = [says({"claims": claims})]
    form = {"name": name}
    seen = agreed(client.post(f"{here(dive)}/suggest", data=form).text)
    found = client.post(f"{here(dive)}/suggest", data={**form, "seen": seen}, headers={"hx-request": "true"}).text
    assert "It says how long." in found
    assert "1 claim dropped" in found
    assert now(workspace, dive).answers[0].ticked == (2,), "nothing is ticked before it is accepted"
    assert f'data-accepts="tick-{name}-0"' in found
    assert f'id="tick-{name}-0"' in client.get(here(dive)).text
    without_scripts = {"name": name, "point": ["0", "2"]}
    client.post(f"{here(dive)}/ticks", data=without_scripts)
    assert now(workspace, dive).answers[0].ticked == (0, 2)
