"""The pages of mock loops, without scripts: every state has a page that says what it is and what can be done."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest
from starlette.testclient import TestClient

from sharpen.domain.card import Choice, Generator, Order, Recall
from sharpen.domain.mock import Mock
from sharpen.practice import Workspace
from sharpen.practice.mocks import mocks
from sharpen.practice.stories import stories
from tests.looking import look
from tests.practice.mocks.conftest import earlier, now
from tests.web.conftest import squeezed


def put_together(client: TestClient, **form: object) -> str:
    answer = client.post("/mocks", data={"loop": "phone-screen", "share": "1", "role": "", "level": ""} | form)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def last(workspace: Workspace) -> Mock:
    return look(workspace, lambda work: next(work.mocks.everything()))


def go(client: TestClient, here: str, *actions: str) -> str:
    for action in actions:
        answer = client.post(f"{here}/{action}")
        assert answer.status_code == 303, answer.text
    return client.get(here, follow_redirects=True).text


def with_card(workspace: Workspace, kind: type) -> None:
    """Let the card in front be of this kind."""
    cards = (card for topic in workspace.library.outline for card in workspace.library.cards.of_topic(topic.id))
    card = next(card for card in cards if isinstance(card, kind))
    mock = last(workspace)
    with workspace.writing() as work:
        work.mocks.put(mocks.with_task(mock, 0, replace(mock.rounds[mock.place].tasks[0], id=card.id)))


def test_the_lobby_says_what_comes_and_not_what_is_asked(client: TestClient, workspace: Workspace) -> None:
    here = put_together(client, share="1/2", level="mid")
    lobby = client.get(here)
    assert lobby.headers["cache-control"] == "no-store"
    assert "Begin the round" in lobby.text
    problem = workspace.problem(last(workspace).rounds[0].tasks[0].id)
    assert problem.title not in unescape(lobby.text)
    page = go(client, here, "begin")
    assert problem.title in unescape(page)
    for secret in ("tab=hints", "tab=solution", f"Lesson: {problem.topic}"):
        assert secret not in page


def test_code_goes_its_way_without_scripts(client: TestClient, workspace: Workspace) -> None:
    here = put_together(client)
    go(client, here, "begin")
    slug = last(workspace).rounds[0].tasks[0].id
    source = workspace.library.problems.solution(slug)
    form = {"source": source, "problem": slug, "seconds": "60"}
    ran = client.post(f"{here}/tasks/0/run", data=form)
    assert re.search("<strong>\\s*(Agrees|Ran)", ran.text)
    assert source.splitlines()[-1].strip() in unescape(ran.text)
    handed = client.post(f"{here}/tasks/0/hand-in", data=form, follow_redirects=True)
    assert "The verdict waits until the round is over" in handed.text
    assert "Accepted" not in handed.text
    client.post(f"{here}/pause", data={"source": source + "\n# one more line\n", "problem": slug})
    paused = client.get(here).text
    assert "Paused in round 1" in paused
    assert slug not in paused
    assert "# one more line" in go(client, here, "resume"), "what was typed is kept on the way"


def test_when_the_time_is_over_the_page_says_so_and_nothing_is_lost(client: TestClient, workspace: Workspace) -> None:
    here = put_together(client)
    go(client, here, "begin")
    earlier(workspace, last(workspace), 36)
    over = client.get(here).text
    assert "is over. What you did until then counts" in squeezed(over)
    assert "Next:<strong>ML breadth" in squeezed(go(client, here, "end"))
    late = client.post(f"{here}/tasks/0/answer", data={"kind": "choice", "place": "0"})
    assert late.status_code == 400
    assert "The time of this round is over" in late.text


@pytest.mark.parametrize(
    ("kind", "empty", "form"),
    [
        (Choice, "Choose first, or say that you do not know.", {"place": "0"}),
        (Generator, "Type a number, or say that you do not know.", {"typed": "0.5"}),
        (Order, "Choose first, or say that you do not know.", {"reveal": "1"}),
        (Recall, "Write what you would say, or say that you do not know.", {"typed": "Because of the variance."}),
    ],
)
def test_every_kind_of_card_is_asked_and_answered(
    client: TestClient, workspace: Workspace, kind: type, empty: str, form: dict[str, str]
) -> None:
    here = put_together(client, loop="custom", round=["3"])
    go(client, here, "begin")
    with_card(workspace, kind)
    page = client.get(here).text
    (name,) = re.findall(r'name="kind" value="(\w+)"', page)
    answer = client.post(f"{here}/tasks/0/answer", data={"kind": name})
    assert answer.status_code == 400
    assert empty in answer.text
    assert client.post(f"{here}/tasks/0/answer", data={"kind": name, **form}).status_code == 303
    assert "Question 2 of 15" in client.get(here).text
    debrief = go(client, here, "end")
    assert "2. " not in re.findall(r"<h2 id=\"round-0\">(.*?)</h2>", debrief)[0]
    assert ("wait for your ticks" if kind is Recall else "answers were right") in debrief.replace("waits", "wait")


def test_a_number_that_cannot_be_read_is_asked_back(client: TestClient, workspace: Workspace) -> None:
    here = put_together(client, loop="custom", round=["3"])
    go(client, here, "begin")
    with_card(workspace, Generator)
    answer = client.post(f"{here}/tasks/0/answer", data={"kind": "numeric", "typed": "about five"})
    assert answer.status_code == 400
    assert "is not a number" in answer.text
    assert 'value="about five"' in answer.text
    assert last(workspace).rounds[0].tasks[0].answered is None


def test_what_cannot_be_begun_says_why(client: TestClient) -> None:
    custom = client.post("/mocks", data={"loop": "custom", "share": "1"})
    assert custom.status_code == 400
    assert "Tick at least one round of a custom loop." in custom.text
    assert re.search(r'value="custom"\s+checked', custom.text), "what was chosen stays chosen"
    here = put_together(client)
    second = client.post("/mocks", data={"loop": "phone-screen", "share": "1"})
    assert second.status_code == 400
    assert "Another mock goes on." in second.text
    assert f'href="{here}"' in second.text
    assert client.post(f"{here}/explode").status_code == 404
    assert client.get("/mocks/nope").status_code == 404
    assert client.post(f"{here}/tasks/0/run", data={"source": "x"}).status_code == 400


def test_a_round_without_anything_to_ask_says_what_is_missing(client: TestClient) -> None:
    here = put_together(client, loop="custom", round=["2", "5"])
    lobby = client.get(here).text
    assert "You have not written about a project yet" in lobby
    assert 'href="/projects"' in lobby
    assert "Begin the round" not in lobby
    assert "Begin the round" in go(client, here, "skip")


def test_other_pages_lead_back_while_a_round_goes_on(client: TestClient) -> None:
    here = put_together(client)
    assert "Back to the mock" not in client.get("/cases").text, "nothing has begun"
    go(client, here, "begin")
    assert f'<a class="button primary" href="{here}">Back to the mock</a>' in squeezed(client.get("/cases").text)
    go(client, here, "end")
    assert "Back to the mock" not in client.get("/cases").text


def test_stories_are_told_or_written(client: TestClient, workspace: Workspace) -> None:
    story = stories.begin(workspace, "The late launch")
    here = put_together(client, loop="custom", round=["5"])
    go(client, here, "begin")
    told = client.post(f"{here}/tasks/0/tell", data={"story": story.id})
    assert told.headers["location"].startswith(f"/stories/{story.id}/tellings/")
    page = client.get(told.headers["location"]).text
    assert "Back to the mock" in page
    client.post(f"{here}/tasks/1/write", data={"text": "I counted <twice>."})
    assert "I counted &lt;twice&gt;." in client.get(here).text
    debrief = go(client, here, "end")
    assert "tick the signs that your answer had" in debrief
    ticked = client.post(f"{here}/debrief/0/1", data={"point": ["0", "1"]})
    assert ticked.headers["location"] == f"{here}/debrief#task-0-1"
    question = workspace.library.questions[last(workspace).rounds[0].tasks[1].id]
    assert f"2 of {len(question.good)} good signs, 0 bad" in client.get(f"{here}/debrief").text


def test_abandoned_loops_say_so_and_loops_are_compared(client: TestClient, workspace: Workspace) -> None:
    here = put_together(client)
    page = go(client, here, "begin", "abandon")
    assert "You abandoned this mock" in squeezed(page)
    assert "Go on with it after all" in page
    assert "Hand in" in go(client, here, "take-up")
    go(client, here, "abandon")
    other = put_together(client, share="1/3")
    assert "Go on with it after all" not in client.get(here).text, "a newer one exists"
    go(client, other, "begin", "end", "begin", "end")
    listed = squeezed(client.get("/mocks").text)
    assert "Abandoned" in listed
    assert "Strong no hire" in listed
    side = client.get("/mocks/compare", params={"with": [here[7:], other[7:]]}).text
    assert side.index(f'href="{here}/debrief"') < side.index(f'href="{other}/debrief"')
    assert "There is nothing to compare" in client.get("/mocks/compare", params={"with": [here[7:]]}).text
    assert now(workspace, last(workspace)).finished
    assert f"with={other[7:]}&amp;with={here[7:]}" in client.get(f"{other}/debrief").text


def test_of_many_past_loops_the_latest_are_shown_and_the_others_are_one_click_away(
    client: TestClient, workspace: Workspace
) -> None:
    now = datetime.now(UTC)
    past = [Mock("me", f"m{number:02}", "phone-screen", "One", 1, now, now, (), finished=now) for number in range(12)]
    with workspace.writing() as work:
        work.mocks.put(*past)
    page = client.get("/mocks").text
    assert page.count("/debrief") == 5
    assert 'href="/mocks/m11/debrief"' in page
    assert "Show the earlier ones" in page
    whole = client.get("/mocks?all=1").text
    assert whole.count("/debrief") == 12
    assert "Show the earlier ones" not in whole
