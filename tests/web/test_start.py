"""Start and placement as plain pages: four questions, twenty more, and what is believed after them."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from starlette.testclient import TestClient

from sharpen.domain.day import day_of
from sharpen.domain.plan import Plan
from sharpen.practice import Workspace
from sharpen.practice.day import session
from sharpen.practice.day.subject import PLACEMENT
from tests.looking import look
from tests.web.conftest import squeezed

WHEN = day_of(datetime.now(UTC)) + timedelta(days=30)
ANSWERS = {
    "role": "ml-engineer",
    "level": "senior",
    "date": WHEN.isoformat(),
    "minutes": "45",
    "days_off": ["5", "6"],
    "sure_of": ["Linear algorithms", "Sampling"],
}


def test_four_answers_become_the_plan_and_stand_in_the_form_again(client: TestClient, workspace: Workspace) -> None:
    assert squeezed(client.get("/start").text).count("checked") == 0
    assert client.post("/start", data=ANSWERS).headers["location"] == "/placement"
    mine = look(workspace, lambda work: work.plans.get())
    assert (mine.role, mine.level, mine.date, mine.minutes) == ("ml-engineer", "senior", WHEN, 45)
    assert mine.days_off == {5, 6}
    assert set(mine.sure_of) == {"Linear algorithms", "Sampling"}
    html = squeezed(client.get("/start").text)
    assert html.count("checked") == 4
    assert 'value="senior" selected' in html
    assert f'value="{WHEN.isoformat()}"' in html
    client.post("/start", data={"minutes": "30"})
    mine = look(workspace, lambda work: work.plans.get())
    assert mine == Plan("me", minutes=30, updated=mine.updated), "left out is taken back"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"minutes": "x"}, "whole number from 1 to 600"),
        ({"minutes": "0"}, "Minutes a day must be from 1 to 600"),
        ({"date": "soon"}, "A date is written like 2027-03-01"),
        ({"date": "2001-01-01"}, "must lie ahead"),
        ({"level": "boss"}, "There is no level called 'boss'"),
        ({"days_off": [str(day) for day in range(7)]}, "one at least must be left"),
        ({"days_off": ["9"]}, "days of the week"),
    ],
)
def test_a_wrong_answer_is_explained_and_the_others_stay(
    client: TestClient, workspace: Workspace, wrong: dict[str, str], why: str
) -> None:
    answer = client.post("/start", data=ANSWERS | wrong)
    assert answer.status_code == 400
    html = squeezed(unescape(answer.text))
    assert why in html
    assert 'value="Sampling" checked' in html
    assert look(workspace, lambda work: work.plans.get()) == Plan("me")


def test_the_outlook_says_what_answers_lead_to_before_they_are_saved(client: TestClient, workspace: Workspace) -> None:
    script = {"hx-request": "true"}
    said = squeezed(client.get("/start/outlook", params=ANSWERS, headers=script).text)
    assert re.search(r"On \d+ \w+ \d{4} you will remember \d+% of all", said)
    assert "45 minutes a day reach" in said
    assert "must lie ahead" in client.get("/start/outlook?minutes=3&date=2001-01-01", headers=script).text
    assert look(workspace, lambda work: work.plans.get()) == Plan("me")
    assert client.get("/start/outlook").headers["location"] == "/start"


def test_the_placement_is_entered_left_gone_on_with_and_says_what_is_believed(
    client: TestClient, workspace: Workspace
) -> None:
    html = squeezed(client.get("/placement").text)
    assert "20 questions, about" in html
    assert 'href="/">Skip</a>' in html
    assert "Round by round" not in html
    for number in range(20):
        html = client.get("/review?topic=placement").text
        asked = look(workspace, session.current, PLACEMENT.id).asked
        assert asked
        assert f"{20 - number} left" in squeezed(html)
        sent = {"key": asked.key, "kind": asked.kind, "topic": "placement", "seconds": "9"}
        client.post("/review/answer", data={**sent, "reveal": "1"})
        client.post("/review/rate", data={**sent, "rating": "1"})
        if number == 0:
            html = squeezed(client.get("/placement").text)
            assert "Your placement goes on" in html
            assert "19 questions" in html
            assert "Round by round" in html
    assert "That was the placement" in client.get("/review?topic=placement").text
    html = squeezed(client.get("/placement").text)
    assert "What we believe now" in html
    assert "Most is to be gained in" in html
    assert client.post("/review/more", data={"topic": "placement"}).headers["location"] == "/review?topic=placement"
    assert "20 left" in squeezed(client.get("/review?topic=placement").text)
