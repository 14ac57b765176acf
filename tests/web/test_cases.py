"""The pages of cases: sit down, ask, write without scripts, call time, tick, and compare."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.domain.sitting import Sitting
from sharpen.practice import Workspace
from sharpen.practice.design import sittings
from sharpen.web.app import create_app
from tests.looking import look
from tests.practice.casing import write_case

CASE = "rank-ads"
CELLS = "qps = 1e6 requests / day -> QPS\nlatency = 120 ms"


@pytest.fixture
def ws(workspace: Workspace, tmp_path: Path) -> Workspace:
    return replace(workspace, library=read_library([write_case(tmp_path / "cases")]))


@pytest.fixture
def client(ws: Workspace) -> Iterator[TestClient]:
    with TestClient(create_app(ws), base_url="http://localhost") as client:
        yield client


def sit(client: TestClient, ws: Workspace) -> str:
    """The address of a sitting that has begun."""
    assert client.post(f"/cases/{CASE}/start", follow_redirects=False).status_code == 303
    going_on = look(ws, lambda work: sittings.open_one(work, CASE))
    assert going_on is not None
    return f"/cases/{CASE}/sittings/{going_on.id}"


def kept(ws: Workspace, here: str) -> Sitting:
    return look(ws, lambda work: sittings.find(work, CASE, here.rsplit("/", 1)[1]))


def finished(client: TestClient, ws: Workspace, **texts: str) -> str:
    here = sit(client, ws)
    client.post(here, data={**texts, "finish": "1", "seconds": "600"})
    return here


def test_the_list_says_how_far_one_came(client: TestClient, ws: Workspace) -> None:
    assert "New" in client.get("/cases").text
    here = sit(client, ws)
    assert "Going on" in client.get("/cases").text
    client.post(here, data={"cells": CELLS, "finish": "1"})
    shown = client.get("/cases").text
    assert "2 of 10" in shown
    assert 'href="/cases"' in client.get("/library").text


def test_without_cases_the_page_says_what_to_do(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "cases/cases/rank-ads/brief.md").rename(tmp_path / "brief.md")
    (tmp_path / "cases/cases/rank-ads/case.toml").unlink()
    with TestClient(
        create_app(replace(ws, library=read_library([tmp_path / "cases"]))), base_url="http://localhost"
    ) as c:
        shown = c.get("/cases").text
    assert "There are no cases here yet" in shown
    assert "sharpen content check" in shown


def test_a_page_that_is_only_read_begins_nothing(client: TestClient, ws: Workspace) -> None:
    shown = client.get(f"/cases/{CASE}").text
    assert "Design the ranking of ads" in shown
    assert "One million" not in shown, "facts are held back"
    assert look(ws, lambda work: sittings.open_one(work, CASE)) is None
    assert client.get("/cases/nothing").status_code == 404
    assert client.get(f"/cases/{CASE}/sittings/nothing").status_code == 404


def test_facts_are_revealed_one_by_one(client: TestClient, ws: Workspace) -> None:
    here = sit(client, ws)
    assert "One million" not in client.get(f"/cases/{CASE}").text
    shown = client.post(f"{here}/ask", data={"question": "What is the QPS?"}).text
    assert "One million" in shown
    assert "Within 100 ms" not in shown
    part = client.post(f"{here}/ask", data={"fact": "price"}, headers={"hx-request": "true"}).text
    assert "His bid." in part
    assert "<html" not in part
    unheard = client.post(f"{here}/ask", data={"question": "An answer in a day?"}).text
    assert "not sure what you mean" in unheard
    assert "Nothing here matches that" in client.post(f"{here}/ask", data={"question": "Is there a moon?"}).text
    refused = client.post(f"{here}/ask", data={"question": "x" * 501})
    assert (refused.status_code, "at most 500" in refused.text) == (400, True)


def test_everything_works_without_scripts(client: TestClient, ws: Workspace) -> None:
    here = sit(client, ws)
    client.post(here, data={"problem": "# Clicks\r\nrare", "cells": CELLS, "sketch": "boxes", "seconds": "75"})
    first = kept(ws, here)
    assert (first.text("problem"), first.text("sketch"), first.seconds) == ("# Clicks\nrare", "boxes", 75)
    shown = client.get(f"/cases/{CASE}").text
    assert "rare</textarea>" in shown
    assert "11.57 QPS" in shown
    client.post(here, data={"problem": "later", "base.problem": first.passage("problem").version})
    stale = {"problem": "of an old page", "base.problem": first.passage("problem").version}
    assert "of an old page" in client.post(here, data=stale).text
    assert (kept(ws, here).text("problem"), [each.text for each in kept(ws, here).aside]) == (
        "later",
        ["of an old page"],
    )
    client.post(f"{here}/restore", data={"edit": kept(ws, here).aside[0].edit})
    assert kept(ws, here).text("problem") == "of an old page"
    too_long = client.post(here, data={"problem": "x" * 50_001})
    assert (too_long.status_code, "at most 50,000" in too_long.text) == (400, True)


def test_a_passage_is_saved_by_itself(client: TestClient, ws: Workspace) -> None:
    here = sit(client, ws)
    sent = {"text": "a\r\nb", "base": "", "edit": "p.1", "seconds": "9"}
    assert client.post(f"{here}/passages/problem", data=sent).json() == {"version": "p.1", "same": True}
    assert client.get(f"{here}/passages/problem").json() == {"version": "p.1", "text": "a\nb"}
    assert client.get(f"{here}/versions").json() == {"versions": {"problem": "p.1"}, "finished": False}
    other = client.post(f"{here}/passages/problem", data={"text": "c", "base": "", "edit": "q.1"})
    assert (other.status_code, other.json()) == (409, {"version": "p.1", "text": "a\nb"})
    chosen = {"text": "c", "base": "p.1", "edit": "q.1", "chosen": "1"}
    assert client.post(f"{here}/passages/problem", data=chosen).json()["version"] == "q.1"
    assert client.post(f"{here}/time", data={"seconds": "30"}).status_code == 204
    assert kept(ws, here).seconds == 30
    refused = client.post(f"{here}/passages/moon", data={"text": "x"}, headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()) == (400, {"error": "A sitting has no passage 'moon'."})


def test_a_large_board_is_kept(client: TestClient, ws: Workspace) -> None:
    here, board = sit(client, ws), '{"elements": ["' + "é" * 700_000 + '"]}'
    sent = {"text": (None, board), "base": (None, ""), "edit": (None, "p.1")}
    assert client.post(f"{here}/passages/board", files=sent).status_code == 200
    assert kept(ws, here).text("board") == board
    assert "é" in client.get(f"{here}/passages/board").json()["text"]


def test_numbers_are_computed_as_they_are_typed_and_not_kept(client: TestClient, ws: Workspace) -> None:
    here = sit(client, ws)
    shown = client.post(
        f"{here}/cells", data={"cells": f"{CELLS}\nx = 1 ms + <b>"}, headers={"hx-request": "true"}
    ).text
    assert "11.57 QPS" in shown
    assert "Line 3:" in shown
    assert "<b>" not in shown
    assert kept(ws, here).text("cells") == ""


def test_after_time_the_rubric_the_answer_and_what_was_missed(client: TestClient, ws: Workspace) -> None:
    here = sit(client, ws)
    assert client.get(here, follow_redirects=False).headers["location"] == f"/cases/{CASE}"
    client.post(f"{here}/ask", data={"question": "qps?"})
    shown = client.post(here, data={"problem": "mine *here*", "cells": CELLS, "finish": "1", "seconds": "600"}).text
    for words in (
        "mine <em>here</em>",
        "I asked for the <strong>load</strong>",
        f'src="/cases/{CASE}/stages.svg"',
        "2 of 10",
        "11.57 per second, within the bounds.",
        "120 ms, more than 100 ms.",
        "10:00 of 30:00",
        "A strong candidate would also have asked",
        "How fast must the answer be?",
        "A budget for each team.",
        '<a href="/topics/clicks">Clicks</a>',
    ):
        assert words in shown, words
    assert "qps = 1e6 requests / day -&gt; 1/s" in shown, "the answer's own numbers are shown with their results"
    assert client.get(f"/cases/{CASE}/stages.svg").text.startswith("<svg")
    assert client.get(f"/cases/{CASE}/moon.svg").status_code == 404


def test_ticks_are_kept_and_counted(client: TestClient, ws: Workspace) -> None:
    here = finished(client, ws, cells=CELLS)
    part = client.post(f"{here}/ticks", data={"point.task": "1"}, headers={"hx-request": "true"}).text
    assert 'id="score-problem"' in part
    assert "3 of 4" in part
    assert "3 of 10" in part
    assert "3 of 10" in client.post(f"{here}/ticks", data={"point.fallback": "0"}).text
    assert kept(ws, here).ticks == {"task": 1, "load": 2, "budget": 0, "fallback": 0}
    for wrong in ({"point.task": "9"}, {"point.task": "x"}, {"point.moon": "1"}, {"point.load": "0"}):
        assert client.post(f"{here}/ticks", data=wrong).status_code == 400


def test_what_one_wrote_is_shown_as_text(client: TestClient, ws: Workspace) -> None:
    board = '{"x": "</script><script>alert(1)</script>"}'
    here = finished(client, ws, problem="<script>alert(1)</script>", board=board, sketch="<b>boxes</b>")
    shown = client.get(here).text
    assert "<script>alert" not in shown
    assert "<b>boxes" not in shown
    (script,) = re.findall(r"<script type=\"application/json\">\s*(.*?)\s*</script>", shown, re.S)
    assert script == board.replace("<", "\\u003c")


def test_two_sittings_stand_side_by_side(client: TestClient, ws: Workspace) -> None:
    first = finished(client, ws, problem="the first time", cells=CELLS)
    second = finished(client, ws, problem="the second time")
    a, b = (here.rsplit("/", 1)[1] for here in (first, second))
    shown = client.get(f"/cases/{CASE}/compare", params={"a": a, "b": b}).text
    assert shown.index("the first time") < shown.index("the second time")
    assert f"compare?a={a}&amp;b={b}" in client.get(second).text
    assert "Side by side" in client.get(f"/cases/{CASE}").text
    assert client.get(f"/cases/{CASE}/compare", params={"a": a, "b": "moon"}).status_code == 404


def test_a_sitting_is_deleted_and_brought_back_as_it_was_and_nothing_else_is_touched(
    client: TestClient, ws: Workspace
) -> None:
    other, here = finished(client, ws, problem="mine"), finished(client, ws, problem="the other")
    client.post(f"{here}/ticks", data={"point.task": "2"})
    before, beside = kept(ws, here), kept(ws, other)
    gone = client.post(f"{here}/delete").text
    assert "was deleted" in gone
    assert f'href="{here}"' not in gone
    assert f'href="{other}"' in gone
    assert client.get(here).status_code == 404
    assert client.post(f"{here}/passages/problem", data={"text": "late", "edit": "e.1"}).status_code == 404
    assert kept(ws, other) == beside
    assert "Deleted sittings" in client.get(f"/cases/{CASE}").text

    assert "the other" in client.post(f"{here}/bring-back").text
    after = kept(ws, here)
    assert replace(after, updated=before.updated) == before
    assert "Deleted sittings" not in client.get(f"/cases/{CASE}").text
    client.post(f"{here}/delete")
    client.post(f"{other}/delete")
    assert "New" in client.get("/cases").text


def test_a_lab_is_linked_where_there_is_one(client: TestClient, tmp_path: Path) -> None:
    assert "/labs/" not in client.get(f"/cases/{CASE}").text
    (tmp_path / "cases/cases/rank-ads/lab.toml").touch()
    assert f'href="/labs/{CASE}"' in client.get(f"/cases/{CASE}").text


def test_a_topic_leads_to_its_cases(client: TestClient) -> None:
    assert f'href="/cases/{CASE}"' in client.get("/topics/clicks").text
    assert f'href="/cases/{CASE}"' not in client.get("/topics/ranking").text


def test_a_case_is_found_by_the_search(client: TestClient) -> None:
    shown = client.get("/search?q=rank ads", headers={"hx-request": "true"}).text
    assert f'href="/cases/{CASE}"' in shown
    assert "Cases" in shown
