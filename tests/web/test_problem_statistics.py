"""The list of problems in its orders, one at random, and the statistics of what was solved."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.verdict import Verdict
from sharpen.practice import Workspace
from sharpen.practice.solving import recurrence
from tests.web.conftest import squeezed

NOW = datetime.now(UTC)


def submitted(workspace: Workspace, slug: str, verdict: Verdict, *, ago: timedelta, minutes: float = 0) -> None:
    """An attempt that was finished so long ago, and rated if it was accepted."""
    at = NOW - ago
    done = {"state": State.FINISHED, "verdict": verdict, "created": at, "finished": at, "seconds": minutes * 60}
    attempt = Attempt(f"{slug}-{at.timestamp()}", workspace.learner, slug, "v", "", Origin.WEB, **done)
    with workspace.writing() as work:
        work.attempts.add(attempt)
        recurrence.remember(work, attempt)


@pytest.fixture
def practiced(workspace: Workspace) -> None:
    submitted(workspace, "k-means", Verdict.WRONG_ANSWER, ago=timedelta(days=3))
    submitted(workspace, "k-means", Verdict.ACCEPTED, ago=timedelta(days=2), minutes=50)
    submitted(workspace, "tf-idf", Verdict.ACCEPTED, ago=timedelta(days=1), minutes=5)
    submitted(workspace, "shuffle", Verdict.TIME_LIMIT, ago=timedelta(hours=1))


def titles(client: TestClient, path: str) -> list[str]:
    html = client.get(path).text
    return re.findall(r'data-row href="/problems/([^"]+)"', html)


def headings(client: TestClient, path: str) -> list[str]:
    found = re.findall(r"<h2 id=[^>]*>(.*?)</h2>", client.get(path, headers={"hx-request": "true"}).text, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", heading).strip() for heading in found]


def test_nothing_submitted_yet_leads_to_a_problem_at_random(client: TestClient) -> None:
    assert "Nothing was submitted yet" in client.get("/statistics/problems").text
    assert 'href="/problems/random"' in client.get("/statistics/problems").text


@pytest.mark.usefixtures("practiced")
def test_statistics_say_what_was_solved_and_how(client: TestClient) -> None:
    html = squeezed(client.get("/statistics/problems").text)
    assert re.search(r"<dt>Solved</dt><dd>2<span>of \d+</span>", html)
    assert '<dd>4</dd><dd class="small">on 4 days' in html or "on 3 days" in html
    assert re.search(r"<dt>First try</dt><dd>50\s?%</dd>", html)
    for slug, shown in (("k-means", "50:00"), ("tf-idf", "5:00")):
        assert re.search(rf'href="/problems/{slug}">[^<]*</a></th><td>{shown}</td>', html)
    assert "Submissions on each day of a year" in html
    assert ": 1 submitted" in html
    assert re.search(r'data-state="tried" href="/problems/shuffle"', html)
    assert 'href="/statistics/problems"' in client.get("/statistics").text


@pytest.mark.usefixtures("practiced")
def test_the_list_is_put_into_order(client: TestClient) -> None:
    everything = sorted(titles(client, "/problems"))
    for order in ("difficulty", "tried", "due"):
        assert sorted(titles(client, f"/problems?sort={order}")) == everything
    assert titles(client, "/problems?sort=tried")[:3] == ["shuffle", "tf-idf", "k-means"]
    assert headings(client, "/problems?sort=difficulty") == ["Easy", "Medium", "Hard"]
    assert headings(client, "/problems?sort=due")[-1] == "Not solved yet"
    assert set(titles(client, "/problems?sort=due")[:2]) == {"tf-idf", "k-means"}
    assert titles(client, "/problems?sort=nonsense") == titles(client, "/problems")
    assert titles(client, "/problems?sort=tried&state=tried") == ["shuffle"]


@pytest.mark.usefixtures("practiced")
def test_each_topic_has_dots(client: TestClient) -> None:
    html = squeezed(client.get("/problems?q=k-means").text)
    assert '<i class="standing" data-state="solved"></i><i class="standing" data-state="new"></i>' in html


@pytest.mark.usefixtures("practiced")
def test_one_at_random_is_not_solved_and_of_those_that_are_shown(client: TestClient, workspace: Workspace) -> None:
    for _ in range(20):
        answer = client.get("/problems/random?difficulty=hard")
        slug = answer.headers["location"].removeprefix("/problems/")
        assert workspace.problem(slug).difficulty == "hard"
    assert client.get("/problems/random?state=solved").headers["location"] == "/problems?state=solved"
