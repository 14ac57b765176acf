"""Labs in the browser: the list, the design, a run that is streamed or waited for, its report, and two side by side."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.content.library import read_library
from sharpen.domain.lab_report import Interval, LabReport
from sharpen.domain.lab_run import LabRun, RunFailure, RunState
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.design import lab_data, lab_runs, labs
from sharpen.web.app import create_app
from tests.domain.test_lab_report import NAN, REPORT
from tests.labs import movielens
from tests.looking import look
from tests.web.conftest import ORIGIN, squeezed

LABS = Path(__file__).parents[1] / "labs" / "content"
REFERENCE = (LABS / "cases" / "coins" / "reference.py").read_text()
SLOW = """
class Design:
    def fit(self, log, day):
        while True:
            pass

    def act(self, requests):
        return 0
"""
STREAM = {"accept": "text/event-stream", "hx-request": "true"}
NOW = datetime.now(UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(Settings(home=tmp_path))
    yield replace(opened, library=read_library([LABS]))
    opened.close()


@pytest.fixture
def client(workspace: Workspace) -> TestClient:
    return TestClient(create_app(workspace), base_url=ORIGIN, follow_redirects=False)


def kept(workspace: Workspace, run_id: str, report: LabReport | None = REPORT, **other: object) -> LabRun:
    """A run as it might have ended."""
    state = RunState.FINISHED if report else RunState.FAILED
    version = workspace.library.labs["coins"].version
    run = LabRun(run_id, "me", "coins", version, 1, False, NOW, f"# {run_id}\n", "", state, NOW, None, report)
    run = replace(run, **other)  # type: ignore[arg-type]
    with workspace.writing() as work:
        work.lab_runs.put(run)
    return run


def test_the_list_and_the_page_before_any_run(client: TestClient) -> None:
    listed = client.get("/labs").text
    assert "Bet on bent coins" in listed
    assert "not run yet" in listed
    page = client.get("/labs/coins").text
    assert "No run yet" in page
    assert "a player is shown two of them" in page, "the docstring of the world"
    assert "Always the left one" in page, "the baseline to begin with"
    assert client.get("/labs/coinz").status_code == 404


def test_a_content_without_labs_says_so(workspace: Workspace) -> None:
    empty = replace(workspace, library=read_library([]))
    page = TestClient(create_app(empty), base_url=ORIGIN).get("/labs").text
    assert "There are no labs here yet" in page


def test_the_design_is_saved_reset_and_brought_back(client: TestClient, workspace: Workspace) -> None:
    json_ = {"accept": "application/json"}
    base = look(workspace, labs.design, "coins").version
    sent = {"source": "x = 1\r\n", "predictions": "", "base": base}
    first = client.post("/labs/coins/design", data=sent, headers=json_)
    assert first.json() == {"version": first.json()["version"], "source": "x = 1\n", "canUndo": False}
    behind = client.post("/labs/coins/design", data={"source": "x = 2", "base": base}, headers=json_)
    assert behind.status_code == 400
    assert "another page" in behind.json()["error"]
    assert client.post("/labs/coins/design/reset").headers["location"] == "/labs/coins"
    assert client.post("/labs/coins/design/undo", headers=json_).json()["source"] == "x = 1\n"


def test_without_scripts_a_run_is_waited_for_and_the_same_design_is_answered_at_once(
    client: TestClient, workspace: Workspace
) -> None:
    form = {"source": REFERENCE, "predictions": "score > 30\np99 < 5 ms"}
    done = client.post("/labs/coins/runs", data=form)
    assert done.status_code == 303
    report = squeezed(client.get(done.headers["location"]).text)
    assert "score &gt; 30" in report
    assert "held" in report
    for picture in ("Offline: share of bets won", "Lift so far, by day", "Latency in ms by rate", "Expected reward"):
        assert f'aria-label="{picture}' in report
    again = client.post("/labs/coins/runs", data=form)
    assert again.headers["location"] == done.headers["location"] + "?known=1"
    assert "Nothing has changed since this run" in client.get(again.headers["location"]).text
    document = client.get(done.headers["location"] + "/report.json")
    assert "attachment" in document.headers["content-disposition"]
    (run,) = look(workspace, lambda work: work.lab_runs.of_lab("coins", 9))
    assert LabReport.read(json.loads(document.text)) == run.report


def test_with_scripts_the_progress_is_streamed(client: TestClient, workspace: Workspace) -> None:
    form = {"source": REFERENCE, "predictions": "", "short": "on"}
    with client.stream("POST", "/labs/coins/runs", data=form, headers=STREAM) as answer:
        text = "".join(answer.iter_text())
    assert "Getting ready" in text
    shares = [float(share) for share in re.findall(r'value="([\d.]+)"', text)]
    assert shares == sorted(shares)
    assert shares[-1] > 0.3
    end = text.rpartition("<hx-partial")[2]
    assert "Read the report" in end
    (run,) = look(workspace, lambda work: work.lab_runs.of_lab("coins", 9))
    assert run.short
    assert f'data-version="{look(workspace, labs.design, "coins").version}"' in text, "the page hears of the version"


def test_predictions_that_cannot_be_read_are_said_beside_their_field(client: TestClient, workspace: Workspace) -> None:
    form = {"source": REFERENCE, "predictions": "luck > 3"}
    plain = client.post("/labs/coins/runs", data=form)
    assert plain.status_code == 400
    assert re.search(r'id="fault" role="alert"\s*>\s*“luck &gt; 3” does not begin', plain.text)
    part = client.post("/labs/coins/runs", data=form, headers=STREAM).text
    assert re.search(r'<hx-partial hx-target="#fault"[^>]*>\s*“luck &gt; 3” does not begin', part)
    assert look(workspace, labs.design, "coins").predictions == "luck > 3", "what was typed is kept"
    assert look(workspace, lambda work: work.lab_runs.of_lab("coins", 9)) == []


def test_a_run_is_cancelled_from_its_page(client: TestClient, workspace: Workspace) -> None:
    run = lab_runs.start(workspace, "coins", SLOW)
    page = client.get("/labs/coins").text
    assert f'formaction="/labs/coins/runs/{run.id}/cancel"' in page
    assert 'hx-trigger="every 1s"' in page, "a page that did not begin it follows it"
    refused = client.post("/labs/coins/runs", data={"source": REFERENCE})
    assert refused.status_code == 400
    assert "one at a time" in refused.text
    assert client.post(f"/labs/coins/runs/{run.id}/cancel", headers={"hx-request": "true"}).status_code == 204
    list(lab_runs.follow(workspace, run.id))
    pane = client.get(f"/labs/coins/runs/{run.id}/progress", headers={"hx-request": "true"}).text
    assert "You ended this run" in pane
    assert "A run that has no report" in client.get(f"/labs/coins/runs/{run.id}").text


def test_a_failure_names_its_place_and_shows_its_line(client: TestClient, workspace: Workspace) -> None:
    failure = RunFailure("it raised <ValueError>", "month", 40, "request 3 (player 8)", 2, "Traceback:\n  ...")
    kept(workspace, "l1", None, failure=failure, source="import numpy\nraise ValueError\n")
    page = squeezed(client.get("/labs/coins").text)
    assert "In month, day 40, request 3 (player 8)" in page
    assert "it raised &lt;ValueError&gt;" in page
    assert 'data-goto="2"' in page
    assert ">raise ValueError<" in page


def test_what_is_best_offline_may_lose_its_experiment(client: TestClient, workspace: Workspace) -> None:
    assert REPORT.offline
    assert REPORT.ab
    loses = replace(
        REPORT,
        offline=replace(REPORT.offline, metric=Interval(0.99, 0.98, 1.0)),
        ab=replace(REPORT.ab, lift=Interval(-0.05, -0.08, -0.02)),
    )
    kept(workspace, "l1", started=NOW - timedelta(hours=1))
    kept(workspace, "l2", loses)
    page = client.get("/labs/coins/runs/l2").text
    assert "The design that is best offline loses its experiment: -5.0 % (-8.0 % to -2.0 %)" in page
    drawn = page[page.index('aria-label="What each run measured') :].partition("</svg>")[0]
    assert drawn.index(">run 2<") < drawn.index(">run 1<"), "the best on top"
    assert "-5.0 %" in re.findall(r">([^<>]+)</text>", drawn), "the dots say what they are"
    assert drawn.count("+3.5 % in truth") == 2
    assert 'class="dot loses this"' in drawn
    assert 'class="dot wins"' in drawn
    other = client.get("/labs/coins/compare?a=l2&b=l1").text
    assert "-5.0 % (-8.0 % to -2.0 %)" in other
    assert client.get("/labs/coins/compare?a=l2&b=nothing").status_code == 404
    assert "best score 58.5" in client.get("/labs").text


def test_a_lab_that_was_run_in_its_short_form_alone_has_no_best_score_and_says_why(
    client: TestClient, workspace: Workspace
) -> None:
    kept(workspace, "l1", short=True)
    assert "no full run of this version" in client.get("/labs").text


def test_runs_have_a_number_and_a_name_wherever_they_are_listed(client: TestClient, workspace: Workspace) -> None:
    kept(workspace, "l1", started=NOW - timedelta(hours=1), source='"""Counts heads.\n\nAnd more."""\n')
    kept(workspace, "l2", source="x = (\n")
    page = squeezed(client.get("/labs/coins").text)
    assert ">run 1: Counts heads</a>" in page
    assert ">run 2</a>" in page
    compared = squeezed(client.get("/labs/coins/compare").text)
    assert "First: run 1: Counts heads" in compared
    assert "Second: run 2" in compared
    assert "run 1: Counts heads," in squeezed(client.get("/labs/coins/runs/l1").text)


def test_the_design_of_a_run_is_taken_up_and_what_was_there_comes_back(
    client: TestClient, workspace: Workspace
) -> None:
    kept(workspace, "l1", source="x = 7\n")
    labs.save(workspace, "coins", "y = 1\n", "lift > 0")
    assert 'action="/labs/coins/runs/l1/design"' in client.get("/labs/coins/runs/l1").text
    assert client.post("/labs/coins/runs/l1/design").headers["location"] == "/labs/coins"
    taken = look(workspace, labs.design, "coins")
    assert (taken.source, taken.before, taken.predictions) == ("x = 7\n", "y = 1\n", "lift > 0")
    client.post("/labs/coins/design/undo")
    assert look(workspace, labs.design, "coins").source == "y = 1\n"
    assert client.post("/labs/coins/runs/nothing/design").status_code == 404


def test_a_report_says_what_happened_live_what_alarms_said_and_what_was_printed(
    client: TestClient, workspace: Workspace
) -> None:
    assert REPORT.month
    kept(workspace, "l1", replace(REPORT, printed={"offline": "<rows> 12"}))
    page = squeezed(client.get("/labs/coins/runs/l1").text)
    assert "What happened live" in page
    assert '<th scope="row">predicted over actual</th>' in page
    assert "CTR fell</td>" in page
    assert "&lt;rows&gt; 12" in page
    (alarm,) = re.findall(r'class="dot alarm" cx="[\d.]+" cy="([\d.]+)"', page)
    (trained,) = re.findall(r'class="line trained" d="M[\d.]+ ([\d.]+)V', page)
    assert float(alarm) + 4 < float(trained), "a dot hides no stroke"


def test_what_a_design_printed_before_it_failed_is_shown(client: TestClient, workspace: Workspace) -> None:
    kept(workspace, "l1", None, failure=RunFailure("it raised", "load", printed={"offline": "so far"}))
    page = squeezed(client.get("/labs/coins").text)
    assert "What it printed in offline" in page
    assert "so far</pre>" in page


def test_the_page_says_which_packages_there_are_and_what_latency_is(client: TestClient) -> None:
    page = squeezed(client.get("/labs/coins").text)
    assert "scikit-learn, LightGBM, implicit, bm25s and the standard library" in page
    assert "as if nothing else ran" in page
    assert "<b>short form</b>: half the days" in page


@pytest.mark.parametrize("rate", [7_700.0, 10_000.0])
def test_no_number_below_a_picture_is_cut_off(client: TestClient, workspace: Workspace, rate: float) -> None:
    assert REPORT.load
    kept(workspace, "l1", replace(REPORT, load=replace(REPORT.load, curve=((50.0, 1.6, 4.5), (rate, 2.0, 9.0)))))
    drawn = client.get("/labs/coins/runs/l1").text
    places = re.findall(r'<text class="x" x="([\d.]+)" y="[\d.]+">([^<]+)</text>', drawn)
    assert [words for x, words in places if words[-1:].isdigit() and float(x) + 3.2 * len(words) > 440] == []
    assert "10,000" in [words for _, words in places]


def test_two_runs_are_needed_to_compare(client: TestClient, workspace: Workspace) -> None:
    kept(workspace, "l1")
    assert "Two runs with a report are needed" in client.get("/labs/coins/compare").text


def test_a_report_of_nothing_but_nan_is_drawn(client: TestClient, workspace: Workspace) -> None:
    """Too little data gives no numbers, and no page may fail for that."""
    assert REPORT.offline
    assert REPORT.ab
    assert REPORT.load
    assert REPORT.month
    nothing = Interval(NAN, NAN, NAN)
    odd = replace(
        REPORT,
        offline=replace(REPORT.offline, metric=nothing, baseline=nothing, own=None, slices={"a": {"b": nothing}}),
        load=replace(REPORT.load, p99=NAN, curve=((100.0, NAN, NAN),)),
        ab=replace(REPORT.ab, lift=nothing, cuped=nothing, true_lift=NAN, days=(nothing,), variance_cut=0.0),
        month=replace(REPORT.month, design=(NAN,), baseline=(NAN,), oracle=(NAN,), regret=0.0),
        score=NAN,
    )
    kept(workspace, "l1", odd)
    page = client.get("/labs/coins/runs/l1")
    assert page.status_code == 200
    assert "nan" not in re.sub(r"<[^>]*>", "", page.text).lower()
    assert not re.search(r'\b(?:d|cx|cy|x|y)="[^"]*nan', page.text)
    kept(workspace, "l2", replace(REPORT, offline=None, load=None, ab=None, month=None, score=None, cpu=None))
    assert client.get("/labs/coins/runs/l2").status_code == 200


def test_a_page_says_what_its_world_is_made_of(tmp_path: Path) -> None:
    ws = open_workspace(Settings(home=tmp_path / "home"))
    client, here = TestClient(create_app(ws), base_url=ORIGIN), "/labs/movie-recommendation"
    page = squeezed(client.get(here).text)
    assert 'href="https://grouplens.org/datasets/movielens/100k/"' in page
    assert "sharpen lab data movie-recommendation PATH" in page
    assert "cannot say what somebody would have watched" in page, "the docstring of the world"
    embedded = ws.library.labs["movie-recommendation"].version
    run = LabRun(
        "r", "me", "movie-recommendation", embedded, 1, False, NOW, "#", "", RunState.FINISHED, NOW, None, REPORT
    )
    with ws.writing() as work:
        work.lab_runs.put(run)
    assert "other data" not in page

    lab_data.prepare(ws, "movie-recommendation", movielens.folder(tmp_path / "ml-100k", movielens.files()))
    page = squeezed(client.get(here).text)
    assert "Of MovieLens 100K, as you had it prepared" in page
    assert "sharpen lab data movie-recommendation --remove" in page
    assert "another version or other data" in page
    assert "in another version or other data" in squeezed(client.get(f"{here}/runs/r").text)
    lab_data.remove(ws, "movie-recommendation")
    assert "another version or other data" not in squeezed(client.get(here).text)
    assert "What it is made of" not in client.get("/labs/ads-click-ranking").text
    ws.close()
