"""Every route of the app reads in one transaction at most; a GET never writes, and a POST writes a stated few times.

The routes are the app's own: one that is added is counted at once, and must be given a request below.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from starlette.routing import Route
from starlette.testclient import TestClient

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.card import MY_CARDS, Brought
from sharpen.domain.dive import Answer, Dive
from sharpen.domain.draft import Aside, DraftVersion
from sharpen.domain.image import Image
from sharpen.domain.lab_run import LabRun, RunState
from sharpen.domain.ladder import Depth
from sharpen.domain.loop import What
from sharpen.domain.mock import Mock, MockRound, MockTask
from sharpen.domain.passage import SetAside
from sharpen.domain.project import Project, ProjectVersion, Why
from sharpen.domain.reading import ReadingMark
from sharpen.domain.recording import Chunk, Recording
from sharpen.domain.sheet import SheetRow
from sharpen.domain.sitting import Sitting
from sharpen.domain.story import Story
from sharpen.domain.telling import Telling
from sharpen.judge import LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import session
from sharpen.web import assets
from sharpen.web.app import PAGES, create_app
from sharpen.web.pages.solving.problems import TABS
from tests.domain.test_lab_report import REPORT
from tests.looking import look
from tests.web.conftest import ORIGIN

ROUTES: list[Route] = [*assets.ROUTES, *(route for noun in PAGES for route in noun.ROUTES)]
SOLVED = {
    "slug": "k-means",
    "id": "a1",
    "telling": "t1",
    "action": "suspend",
    "name": "problem",
    "project": "a1",
    "dive": "a1",
}
CASE, READING = "ads-click-ranking", "linkedin-xlnt"
CARD, WORDS = "two-pointers/why-sorted", "pca/derive-pca"
"""A card that is chosen from options, and one that is answered in words."""
VOICE = "01jc3k9q8x"
QUESTION = "after-the-launch"
IMAGE = f"image-{'a' * 32}-4x3.gif"
SCRIPT = {"hx-request": "true"}


@dataclass
class Count:
    """Transactions that were begun."""

    reading: int = 0
    writing: int = 0


@contextmanager
def counted(ws: Workspace) -> Iterator[Count]:
    count = Count()

    def begun(connection: Any) -> None:
        if connection.get_execution_options().get("writing"):
            count.writing += 1
        else:
            count.reading += 1

    event.listen(ws.store.engine, "begin", begun)
    try:
        yield count
    finally:
        event.remove(ws.store.engine, "begin", begun)


@pytest.fixture
def client(workspace: Workspace) -> TestClient:
    return lived_in(workspace)


@contextmanager
def opened(home: Path, judge: LocalJudge) -> Iterator[Workspace]:
    ws = open_workspace(Settings(home=home))
    yield replace(ws, judge=judge.at(ws.library.problems.folder))
    ws.close()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, judge: LocalJudge) -> Iterator[tuple[TestClient, Workspace]]:
    """One app for all requests that change nothing, and what is in it."""
    with opened(tmp_path_factory.mktemp("read"), judge) as ws:
        yield lived_in(ws), ws


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory, judge: LocalJudge) -> Iterator[TestClient]:
    """One app for requests of which it does not matter what was changed before."""
    with opened(tmp_path_factory.mktemp("changed"), judge) as ws:
        yield lived_in(ws)


def lived_in(workspace: Workspace) -> TestClient:
    """The app of someone who solved a problem long ago, brought a card from Anki, and did a little of all the rest."""
    solution = workspace.library.problems.solution("k-means")
    now = datetime.now(UTC)
    beside = (SetAside("problem", "q.1", now, "x"),)
    sat = Sitting("me", "a1", CASE, now, now, finished=now, aside=beside)
    with workspace.writing() as work:
        done = {"state": State.FINISHED, "created": now - timedelta(days=90)}
        work.attempts.add(Attempt("a1", "me", "k-means", "v", solution, Origin.WEB, **done))
        work.images.put(Image("me", IMAGE, b"GIF89a"))
        work.draft_versions.put(DraftVersion("me", "k-means", "p.1", 1, now, Aside.TYPED, "x = 1", ("f(1)",)))
        run = LabRun("a1", "me", "ads-click-ranking", "v", 1, False, now, state=RunState.FINISHED, report=REPORT)
        work.lab_runs.put(run)
        work.sheet_rows.put(SheetRow("me", "a1", "Two Sum", now))
        work.sittings.put(sat)
        work.readings.put(ReadingMark("me", READING, now, aside=(SetAside("note", "q.1", now, "x"),)))
        voice = Recording("me", VOICE, "telling/t1", "audio/webm", now, now, 1.0, 1, 1, 1)
        work.recordings.put_whole((voice, {0: Chunk(0, 1.0, b"x")}))
        work.projects.put(Project("me", "a1", "Search", now, now, aside=(SetAside("goal", "q.1", now, "x"),)))
        work.project_versions.put(ProjectVersion("me", "a1", "v1", 1, now, Why.TYPED, "Search", {"goal": "y"}))
        aside = (SetAside("labels/audit", "q.1", now, "x"),)
        dive = Dive("me", "a1", "a1", 30, 1, now, now, aside=aside, questions={"labels/audit": "How often wrong?"})
        work.dives.put(replace(dive, answers=(Answer("labels", "audit", Depth.HOW),)))
        work.dives.put(replace(dive, id="a2", finished=now))
        work.stories.put(Story("me", "a1", now, now, aside=beside, deleted=now))
        work.tellings.put(Telling("me", "t1", "a1", now, now, aside=(SetAside("note", "q.1", now, "x"),)))
        asked = MockRound("breadth", 60, What.CARDS, (MockTask(CARD), MockTask(WORDS)), started=now)
        mock = Mock("me", "a1", "phone-screen", "Phone screen", 1, now, now, (asked,))
        said = replace(asked, ended=now, tasks=(MockTask(WORDS, answered=now, text="Because."),))
        work.mocks.put(mock, replace(mock, id="a0", rounds=(said,), finished=now))
        work.cards.put(Brought("me", "anki/x-0", "anki/Trees", now, "Gini?", "1 - p"))
        work.cards.put(Brought("me", "own/a1", MY_CARDS, now, "Which?", "That"))
    return TestClient(create_app(workspace), base_url=ORIGIN, follow_redirects=False)


GETS = {
    "/topics/{id}": ["/topics/k-means"],
    "/topics/{id}/{name}.svg": ["/topics/k-means/three-rounds.svg"],
    "/problems/{slug}": [f"/problems/k-means?tab={tab}" for tab in TABS]
    + ["/problems/k-means?tab=attempts&attempt=a1", "/problems/k-means?tab=drafts&version=p.1"],
    "/problems/{slug}/picture.svg": ["/problems/k-means/picture.svg"],
    "/problems/{slug}/draft": ["/problems/k-means/draft"],
    "/problems/{slug}/attempts/{id}/verdict": ["/problems/k-means/attempts/a1/verdict"],
    "/problems/{slug}/attempts/{id}/picture.svg": ["/problems/k-means/attempts/a1/picture.svg"],
    "/cases/{slug}": ["/cases/ads-click-ranking"],
    "/cases/{slug}/compare": ["/cases/ads-click-ranking/compare?a=a1&b=a1"],
    "/cases/{slug}/{name}.svg": ["/cases/ads-click-ranking/architecture.svg"],
    "/cases/{slug}/sittings/{id}": ["/cases/ads-click-ranking/sittings/a1"],
    "/cases/{slug}/sittings/{id}/versions": ["/cases/ads-click-ranking/sittings/a1/versions"],
    "/cases/{slug}/sittings/{id}/passages/{name}": ["/cases/ads-click-ranking/sittings/a1/passages/problem"],
    "/labs/{slug}": ["/labs/ads-click-ranking"],
    "/labs/{slug}/compare": ["/labs/ads-click-ranking/compare"],
    "/labs/{slug}/runs/{id}": ["/labs/ads-click-ranking/runs/a1"],
    "/labs/{slug}/runs/{id}/report.json": ["/labs/ads-click-ranking/runs/a1/report.json"],
    "/labs/{slug}/runs/{id}/progress": ["/labs/ads-click-ranking/runs/a1/progress"],
    "/projects/{project}/dives": ["/projects/a1/dives", "/projects/a1/dives?first=labels"],
    "/projects/{project}/dives/{dive}": ["/projects/a1/dives/a1", "/projects/a1/dives/a2"],
    "/projects/{project}/dives/{dive}/versions": ["/projects/a1/dives/a1/versions"],
    "/projects/{project}/dives/{dive}/passages/{name:path}": ["/projects/a1/dives/a1/passages/labels/audit"],
    "/readings": ["/readings", "/readings?q=feed&company=Meta&unread=1"],
    "/questions": ["/questions", "/questions?q=model&competency=users"],
    "/readings/{id}/note": [f"/readings/{READING}/note"],
    "/recordings/takes": ["/recordings/takes?of=telling/t1&words=100"],
    "/recordings/{id}": [f"/recordings/{VOICE}"],
    "/projects/{id}": ["/projects/a1", "/projects/a1?paper"],
    "/projects/{id}/versions": ["/projects/a1/versions"],
    "/projects/{id}/passages/{name}": ["/projects/a1/passages/goal"],
    "/projects/{id}/project.md": ["/projects/a1/project.md"],
    "/projects/{id}/history": ["/projects/a1/history", "/projects/a1/history?version=v1"],
    "/stories/{id}": ["/stories/a1"],
    "/stories/{id}/versions": ["/stories/a1/versions"],
    "/stories/{id}/passages/{name}": ["/stories/a1/passages/action"],
    "/stories/{id}/rehearse": ["/stories/a1/rehearse", f"/stories/a1/rehearse?question={QUESTION}"],
    "/stories/{id}/tellings/{telling}": ["/stories/a1/tellings/t1"],
    "/stories/{id}/tellings/{telling}/versions": ["/stories/a1/tellings/t1/versions"],
    "/stories/{id}/tellings/{telling}/passages/note": ["/stories/a1/tellings/t1/passages/note"],
    "/mocks/compare": ["/mocks/compare", "/mocks/compare?with=a0&with=a0"],
    "/mocks/{id}": ["/mocks/a1", "/mocks/a0"],
    "/mocks/{id}/debrief": ["/mocks/a0/debrief", "/mocks/a1/debrief"],
    "/log/{id}": ["/log/a1"],
    "/log/{name}.svg": ["/log/year.svg", "/log/grid.svg", "/log/mix.svg"],
    "/progress": ["/progress", "/progress?done"],
    "/rounds/{id}": ["/rounds/breadth", "/rounds/depth"],
    "/review": ["/review", "/review?topic=drill", "/review?topic=k-means", "/review?topic=anki/Trees"],
    "/cards": ["/cards", "/cards?q=gini&state=new&sort=recall", "/cards?topic=k-means&open=own/a1"],
    "/cards/new": ["/cards/new", "/cards/new?lesson=k-means&text=x"],
    "/cards/own/{id}": ["/cards/own/a1"],
    "/anki/images/{name}": [f"/anki/images/{IMAGE}"],
    "/anki/package": ["/anki/package?which=k-means&kind=choice", "/anki/package?which=k-means&kind=choice&met=on"],
}
"""Requests for the routes whose paths have blanks, or that show more than one page."""

POSTS: dict[str, tuple[dict[str, Any], Count]] = {
    "/problems/{slug}/attempts": ({"source": "def k_means(): pass"}, Count(reading=1, writing=5)),
    "/problems/{slug}/attempts/{id}/verdict": ({}, Count(reading=2)),
    "/problems/{slug}/runs": ({"source": "x = 1"}, Count(reading=1, writing=1)),
    "/problems/{slug}/pictures": ({"source": "x = 1", "trial": "f(1)", "of": "1"}, Count()),
    "/problems/{slug}/draft": ({"source": "x = 1"}, Count(reading=1, writing=1)),
    "/problems/{slug}/draft/time": ({"seconds": "60"}, Count(writing=1)),
    "/problems/{slug}/draft/reset": ({}, Count(writing=1)),
    "/problems/{slug}/draft/restore": ({"id": "p.1"}, Count(reading=1, writing=1)),
    "/problems/{slug}/draft/undo": ({}, Count(reading=1, writing=1)),
    "/problems/{slug}/hints": ({}, Count(reading=1, writing=1)),
    "/problems/{slug}/solution": ({}, Count(reading=1, writing=1)),
    "/problems/{slug}/costs": ({"skip": "1"}, Count(reading=1, writing=1)),
    "/problems/{slug}/star": ({"on": "1"}, Count(writing=1)),
    "/cases/{slug}/start": ({}, Count(writing=1)),
    "/cases/{slug}/sittings/{id}": ({"problem": "x"}, Count(writing=1)),
    "/cases/{slug}/sittings/{id}/ask": ({"question": "qps?"}, Count(reading=1, writing=1)),
    "/cases/{slug}/sittings/{id}/cells": ({"cells": "x = 1"}, Count()),
    "/cases/{slug}/sittings/{id}/passages/{name}": ({"text": "y", "edit": "p.1"}, Count(writing=1)),
    "/cases/{slug}/sittings/{id}/restore": ({"edit": "q.1"}, Count(reading=1, writing=1)),
    "/cases/{slug}/sittings/{id}/time": ({"seconds": "60"}, Count(writing=1)),
    "/cases/{slug}/sittings/{id}/ticks": ({"point.task": "1"}, Count(reading=1, writing=1)),
    "/cases/{slug}/sittings/{id}/delete": ({}, Count(reading=1, writing=1)),
    "/cases/{slug}/sittings/{id}/bring-back": ({}, Count(writing=1)),
    "/projects/{project}/dives": ({"minutes": "20"}, Count(writing=1)),
    "/projects/{project}/dives/{dive}/answer": (
        {"name": "labels/audit", "text": "x", "base": "", "how": "stuck"},
        Count(writing=2),
    ),
    "/projects/{project}/dives/{dive}/back": ({}, Count(writing=1)),
    "/projects/{project}/dives/{dive}/passages/{name:path}": ({"text": "y", "edit": "p.1"}, Count(writing=1)),
    "/projects/{project}/dives/{dive}/restore": ({"edit": "q.1"}, Count(reading=1, writing=1)),
    "/projects/{project}/dives/{dive}/ticks": ({"name": "labels/audit", "point": "0"}, Count(reading=1, writing=1)),
    "/projects/{project}/dives/{dive}/suggest": ({"name": "labels/audit"}, Count(reading=2)),
    "/projects/{project}/dives/{dive}/turns": ({}, Count(reading=2)),
    "/projects/{project}/dives/{dive}/time": ({"seconds": "60"}, Count(writing=1)),
    "/readings/{id}/mark": ({"read": "1"}, Count(writing=1)),
    "/readings/{id}/note": ({"text": "x", "edit": "p.1"}, Count(writing=1)),
    "/readings/{id}/note/restore": ({"edit": "q.1"}, Count(reading=1, writing=1)),
    "/recordings": ({"id": "01jc3k9q8y", "of": "test", "media": "audio/webm"}, Count(writing=1)),
    "/recordings/{id}/chunks/{number}": ({"seconds": "1"}, Count(reading=1)),
    "/recordings/{id}/end": ({"count": "1"}, Count(writing=1)),
    "/recordings/{id}/{action}": ({}, Count(writing=1)),
    "/projects": ({"name": "Ads"}, Count(reading=1, writing=1)),
    "/projects/import": ({}, Count(reading=1)),
    "/projects/{id}": ({"goal": "x"}, Count(writing=1)),
    "/projects/{id}/asked": ({"goal": "x"}, Count(reading=1)),
    "/projects/{id}/methods": ({"method": "cnn", "used": "yes"}, Count(reading=1, writing=1)),
    "/projects/{id}/passages/{name}": ({"text": "y", "edit": "p.1"}, Count(reading=1, writing=1)),
    "/projects/{id}/restore": ({"edit": "q.1"}, Count(reading=1, writing=1)),
    "/projects/{id}/name": ({"name": "Ads"}, Count(writing=1)),
    "/projects/{id}/delete": ({}, Count(reading=1, writing=1)),
    "/projects/{id}/bring-back": ({}, Count(writing=1)),
    "/projects/{id}/remove": ({}, Count(writing=1)),
    "/projects/{id}/import": ({}, Count(reading=1)),
    "/projects/{id}/history": ({"version": "v1"}, Count(reading=1, writing=1)),
    "/stories": ({"title": "One"}, Count(writing=1)),
    "/stories/{id}": ({"action": "x", "shows": "users"}, Count(writing=1)),
    "/stories/{id}/counts": ({"action": "x"}, Count()),
    "/stories/{id}/competencies": ({"shows": "users", "changed": "users"}, Count(reading=1, writing=1)),
    "/stories/{id}/passages/{name}": ({"text": "x", "edit": "p.1"}, Count(writing=1)),
    "/stories/{id}/restore": ({"edit": "q.1"}, Count(reading=1, writing=1)),
    "/stories/{id}/delete": ({}, Count(writing=1)),
    "/stories/{id}/bring-back": ({}, Count(writing=1)),
    "/stories/{id}/delete-for-good": ({}, Count(reading=1, writing=1)),
    "/stories/{id}/rehearse": ({"question": QUESTION}, Count(reading=1, writing=1)),
    "/stories/{id}/tellings/{telling}": ({"went": "3", "note": "x"}, Count(writing=1)),
    "/stories/{id}/tellings/{telling}/passages/note": ({"text": "x", "edit": "p.1"}, Count(writing=1)),
    "/stories/{id}/tellings/{telling}/restore": ({"edit": "q.1"}, Count(reading=1, writing=1)),
    "/stories/{id}/tellings/{telling}/time": ({"seconds": "60"}, Count(writing=1)),
    "/mocks": ({"loop": "phone-screen"}, Count(reading=1, writing=1)),
    "/mocks/{id}/{action}": ({}, Count(writing=1)),
    "/mocks/{id}/tasks/{task}/{action}": ({"place": "0"}, Count(writing=1)),
    "/mocks/{id}/debrief/{round}/{task}": ({"point": "0"}, Count(writing=1)),
    "/review/solve": ({"key": "x"}, Count(reading=1, writing=1)),
    "/review/{action}": ({"key": "x"}, Count(reading=1, writing=1)),
    "/plan": ({"minutes": "20", "retention": "90", "new_a_day": "3"}, Count(writing=1)),
    "/start": ({"minutes": "20"}, Count(writing=1)),
    "/first-visit": ({}, Count(reading=1, writing=1)),
    "/progress/today": ({}, Count(reading=1, writing=1)),
    "/calendar": ({"kind": "problem", "id": "no-such", "day": "2020-01-01"}, Count(reading=1)),
    "/plan/weights": ({"k-means": "0.5"}, Count(writing=1)),
    "/anki/share": ({"anki/Trees": "0.25"}, Count(writing=1)),
    "/statistics/fit": ({}, Count(reading=2)),
    "/statistics/fit/reset": ({}, Count(reading=2)),
    "/suspended/{action}": ({"item": "k-means"}, Count(writing=1)),
    "/cards/new": ({"question": "x", "answer": "y"}, Count(writing=1)),
    "/cards/sides": ({"question": "x", "answer": "y"}, Count()),
    "/cards/own/{id}": ({"question": "x", "answer": "y"}, Count(writing=1)),
    "/cards/own/{id}/delete": ({}, Count(writing=1)),
    "/cards/own/{id}/bring-back": ({}, Count(writing=1)),
    "/settings/theme": ({"scheme": "dark"}, Count()),
    "/settings/look": ({}, Count(reading=1)),
    "/settings/import": ({"key": "none"}, Count(reading=1)),
    "/settings/undo": ({"copy": "none"}, Count(reading=1)),
    "/decks/switch": ({"deck": "k-means"}, Count(reading=1, writing=1)),
    "/decks/study": ({"topic": "k-means", "what": "weakest"}, Count(reading=1, writing=1)),
    "/cards/{action}": ({"item": "own/a1"}, Count(reading=1, writing=1)),
    "/anki/import": ({}, Count(reading=1)),
    "/anki/remove": ({"deck": "anki/Trees"}, Count(writing=1)),
    "/anki/undo": ({"copy": "none"}, Count(reading=1)),
    "/labs/{slug}/design": ({"source": "x = 1"}, Count(writing=1)),
    "/labs/{slug}/design/reset": ({}, Count(writing=1)),
    "/labs/{slug}/design/undo": ({}, Count(reading=1, writing=1)),
    "/labs/{slug}/runs": ({"source": "x = 1", "predictions": "luck > 3"}, Count(reading=1, writing=1)),
    "/labs/{slug}/runs/{id}/cancel": ({}, Count(reading=1, writing=1)),
    "/labs/{slug}/runs/{id}/design": ({}, Count(reading=1, writing=1)),
    "/log": ({"title": "LRU Cache", "went": "alone"}, Count(reading=1, writing=1)),
    "/log/preview": ({"text": "Title\nLRU Cache"}, Count(reading=1)),
    "/log/import": ({"text": "Title\nLRU Cache"}, Count(writing=1)),
    "/log/undo": ({"batch": "none"}, Count(reading=1, writing=1)),
    "/log/{id}/{action}": ({}, Count(reading=1)),
    "/interviewer": ({"url": "http://127.0.0.1:9/v1", "model": "m"}, Count()),
    "/interviewer/forget": ({}, Count()),
    "/interviewer/ask-again": ({}, Count()),
    "/interviewer/test": ({}, Count(reading=2)),
    "/cases/{slug}/sittings/{id}/suggest": ({"step": "problem"}, Count(reading=2)),
    "/cases/{slug}/sittings/{id}/follow-ups": ({}, Count(reading=2)),
}
"""For each route a form, and how often it reads and writes."""


def filled(route: Route) -> str:
    """The path of a route with something in its blanks."""
    other = {"slug": CASE} if route.path.startswith(("/cases", "/labs")) else {}
    other |= {"id": READING} if route.path.startswith("/readings") else {}
    other |= {"id": VOICE, "number": 1, "action": "delete"} if route.path.startswith("/recordings") else {}
    if route.path.startswith("/projects"):
        other["name"] = "labels/audit" if "/dives" in route.path else "goal"
    other |= {"name": "action"} if route.path.startswith("/stories") else {}
    if route.path.startswith("/mocks"):
        other |= {"task": "0", "action": "answer" if "task" in route.path else "pause", "round": "0"}
        other |= {"id": "a0"} if "debrief" in route.path else {}
    return route.path.replace(":path}", "}").format(**SOLVED | other)


def paths(route: Route) -> list[str]:
    if route.path == "/assets/{name:path}":
        return [assets.url("app.css")]
    return GETS.get(route.path, [route.path])


@pytest.mark.parametrize("script", [False, True], ids=["page", "part"])
@pytest.mark.parametrize(
    "route", [each for each in ROUTES if "GET" in (each.methods or ())], ids=lambda each: each.path
)
def test_a_get_reads_once_and_never_writes(read: tuple[TestClient, Workspace], route: Route, script: bool) -> None:
    reader, shared = read
    for path in paths(route):
        assert "{" not in path, "give this route a request in GETS"
        with counted(shared) as count:
            answer = reader.get(path, headers=SCRIPT if script else {})
        assert answer.status_code in (200, 303) or "package" in path, path
        assert count.writing == 0, path
        assert count.reading <= 1, path


@pytest.mark.parametrize("route", ROUTES, ids=lambda each: f"{min(each.methods or ('',))} {each.path}")
def test_a_part_of_a_page_is_never_kept_for_the_page(changed: TestClient, route: Route) -> None:
    """Else Back would show it in the place of the page."""
    methods = route.methods or set()
    asked = [("GET", path, {}) for path in paths(route) if "GET" in methods]
    if "POST" in methods:
        asked.append(("POST", filled(route), POSTS[route.path][0]))
    for method, path, form in asked:
        part = changed.request(method, path, data=form, headers=SCRIPT)
        assert part.headers["cache-control"] == "no-store", path
        whole = changed.request(method, path, data=form)
        for answer in (part, whole):
            html = answer.headers.get("content-type", "").startswith("text/html")
            assert not html or "HX-Request" in answer.headers["vary"], path


def test_errors_too(client: TestClient) -> None:
    for path in ("/problems/nope", "/nowhere", "/problems/k-means/attempts/none/verdict"):
        answer = client.get(path, headers=SCRIPT)
        assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")
        assert "HX-Request" in answer.headers["vary"]


@pytest.mark.parametrize(
    "route", [each for each in ROUTES if "POST" in (each.methods or ())], ids=lambda each: each.path
)
def test_a_post_takes_no_more_transactions_than_stated(client: TestClient, workspace: Workspace, route: Route) -> None:
    form, most = POSTS[route.path]
    path = filled(route)
    for headers in ({}, SCRIPT):
        with counted(workspace) as count:
            client.post(path, data=form, headers=headers)
        assert count.writing <= most.writing, path
        assert count.reading <= most.reading, path


@pytest.mark.parametrize("headers", [{}, SCRIPT], ids=["page", "script"])
@pytest.mark.parametrize("begun", [False, True], ids=["first", "later"])
def test_a_step_of_the_review_writes_once(
    client: TestClient, workspace: Workspace, headers: dict[str, str], begun: bool
) -> None:
    if begun:
        session.resume(workspace)
    steps = (
        ("answer", {"reveal": "1"}),
        ("rate", {"rating": "3", "kind": "recall"}),
        ("undo", {}),
        ("rate", {"rating": "1"}),
        ("bury", {}),
        ("suspend", {}),
        ("note", {"note": "odd"}),
        ("more", {}),
    )
    for action, form in steps:
        asked = look(workspace, session.current).asked
        assert asked
        with counted(workspace) as count:
            answer = client.post(f"/review/{action}", data={"key": asked.key, **form}, headers=headers)
        assert answer.status_code == (200 if headers else 303), answer.text
        assert count.writing == 1, action
        assert count.reading <= 1, action
