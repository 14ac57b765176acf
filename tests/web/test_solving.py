"""Solving in a page, without JavaScript and with it."""

import asyncio
import json
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode

from starlette.testclient import TestClient

from sharpen.authoring.message_proof import faults
from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.draft import Aside
from sharpen.domain.verdict import Verdict
from sharpen.judge import LocalJudge
from sharpen.practice import Workspace
from sharpen.practice.solving import attempts, draft_versions, drafts, next_problem
from tests.looking import look
from tests.web.conftest import ORIGIN, squeezed

STREAM = {"accept": "text/html, text/event-stream", "hx-request": "true"}


def test_submitting_a_wrong_answer_without_javascript(client: TestClient, workspace: Workspace, wrong: str) -> None:
    answer = client.post("/problems/k-means/attempts", data={"source": wrong, "seconds": "61"})
    assert answer.status_code == 303
    html = client.get(answer.headers["location"]).text
    assert "Not yet" in html
    assert "Wrong answer" in html
    assert html.index('data-state="failed"') < html.index('class="check" data-state="passed"')
    for label in ("Input", "Expected", "Got", "Printed"):
        assert f"<dt>{label}</dt>" in html
    assert "hello from here" in html
    (attempt,) = look(workspace, lambda work: work.attempts.of_problem("k-means", 100))
    assert attempt.seconds == 61
    assert attempt.origin is Origin.WEB


def test_what_the_page_says_of_a_failure_says_what_is_wrong(client: TestClient, workspace: Workspace) -> None:
    for trap in workspace.library.problems.folder("k-means").glob("traps/*.py"):
        location = client.post("/problems/k-means/attempts", data={"source": trap.read_text()}).headers["location"]
        page = unescape(re.sub("<[^>]+>", "", client.get(location).text))
        (attempt,) = look(workspace, lambda work: work.attempts.of_problem("k-means", 1))
        for result in look(workspace, attempts.attempt, attempt.id).results:
            assert faults(result) == []
            assert result.heading in page
            assert result.why.replace("`", "") in page


def test_submitting_a_right_answer_without_javascript(client: TestClient, workspace: Workspace, solution: str) -> None:
    answer = client.post("/problems/k-means/attempts", data={"source": solution.replace("\n", "\r\n")})
    assert ">Accepted<" in client.get(answer.headers["location"]).text
    (attempt,) = look(workspace, lambda work: work.attempts.of_problem("k-means", 100))
    assert look(workspace, attempts.attempt, attempt.id).source == solution
    assert (
        workspace.library.problems.solution("k-means")[:40].split("\n")[0]
        in client.get("/problems/k-means?tab=solution").text
    )


def test_an_accepted_problem_says_when_it_comes_back(client: TestClient, workspace: Workspace, solution: str) -> None:
    client.post("/problems/k-means/attempts", data={"source": solution})
    page = client.get("/problems/k-means").text
    assert re.search(r"<dd>in \d+ days?</dd>\s*<dd class=\"small\">You will be asked to solve it again\.", page)
    with workspace.writing() as work:
        (here,) = work.memories.everything()
        assert here.memory is not None
        work.memories.put(replace(here, memory=replace(here.memory, due=datetime.now(UTC))))
    assert "It is due again: solve it once more." in client.get("/problems/k-means").text


def test_what_an_answer_may_use_stands_below_the_statement(client: TestClient) -> None:
    page = squeezed(client.get("/problems/k-means").text)
    assert page.count("Judged with NumPy and the standard library; other packages are not there.") == 1
    assert page.index("Follow-up") < page.index("Judged with NumPy")


def test_the_line_that_raised_is_named(client: TestClient) -> None:
    source = "def k_means(X, centers, max_iter):\n    return 1 / 0\n"
    answer = client.post("/problems/k-means/attempts", data={"source": source})
    html = client.get(answer.headers["location"]).text
    assert 'data-line="2"' in html
    assert "ZeroDivisionError" in html


def test_a_check_in_which_the_time_ran_out_is_not_named_as_the_cause(client: TestClient) -> None:
    endless = (
        "def k_means(X, centers, max_iter):\n    while max_iter:\n        pass\n    return [0] * len(X), centers\n"
    )
    location = client.post("/problems/k-means/attempts", data={"source": endless}).headers["location"]
    for page in (location, location.replace("?", "?tab=attempts&")):
        html = client.get(page).text
        assert "While checking: The example in the statement" in html
        assert re.search(r"took more than \d s of CPU time and was stopped in line [23]", html)
    assert 'data-line="2"' in html or 'data-line="3"' in html


def test_a_submission_that_does_not_load_is_one_message(client: TestClient) -> None:
    answer = client.post("/problems/k-means/attempts", data={"source": "def k_means(:\n"})
    html = squeezed(client.get(answer.headers["location"]).text)
    assert html.count('class="check" data-state="failed"') == 1
    assert 'data-line="1"' in html


def test_the_verdict_is_streamed(client: TestClient, solution: str) -> None:
    with client.stream("POST", "/problems/k-means/attempts", data={"source": solution}, headers=STREAM) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        messages = answer.read().decode().split("\n\n")[:-1]
    assert all(line.startswith("data: ") for message in messages for line in message.split("\n"))
    assert len(messages) >= 3
    assert "Checking…" in messages[0]
    assert ">Accepted<" in messages[-1]
    assert 'hx-target="#reading"' in messages[-1]


def test_the_tab_that_is_open_stays_open(client: TestClient, solution: str) -> None:
    headers = STREAM | {"hx-current-url": "http://127.0.0.1:8400/problems/k-means?tab=attempts"}
    answer = client.post("/problems/k-means/attempts", data={"source": solution}, headers=headers)
    assert re.search(r'id="tab-attempts"[^>]*aria-current="true"', answer.text)


def test_an_interrupted_attempt_is_judged_again(client: TestClient, workspace: Workspace, solution: str) -> None:
    attempt = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    results = attempts.judge(workspace, attempt.id)
    next(results)
    results.close()
    assert look(workspace, attempts.attempt, attempt.id).state is State.INTERRUPTED
    again = f"/problems/k-means/attempts/{attempt.id}/verdict"
    assert again in client.get("/problems/k-means").text
    answer = client.post(again)
    assert answer.status_code == 303
    assert look(workspace, attempts.attempt, attempt.id).accepted


def test_running_a_case_without_javascript(client: TestClient, solution: str) -> None:
    trial = "k_means(np.array([[0.0], [4.0]]), np.array([[1.0], [3.0]]), 10)"
    answer = client.post("/problems/k-means/runs", data={"source": solution, "trial": [trial, "k_means("]})
    assert answer.status_code == 200
    assert "Agrees" in answer.text
    assert re.search(r'value="trials" checked', answer.text)
    assert 'src="data:image/svg+xml' in answer.text


def test_running_a_case_that_differs(client: TestClient, wrong: str) -> None:
    trial = "k_means(np.array([[0.0], [4.0]]), np.array([[1.0], [3.0]]), 10)"
    data = {"source": wrong, "trial": trial}
    html = client.post("/problems/k-means/runs", data=data, headers={"hx-request": "true"}).text
    assert "<html" not in html
    assert "Differs" in html
    assert "hello from here" in html
    picture = client.post("/problems/k-means/pictures", data=data | {"of": "1"}, headers={"hx-request": "true"})
    assert picture.text.startswith('<img class="picture"')


def test_the_picture_of_an_attempt(client: TestClient, wrong: str) -> None:
    client.post("/problems/k-means/attempts", data={"source": wrong})
    html = client.get("/problems/k-means").text
    url = re.search(r'src="(/problems/k-means/attempts/[^"]*picture.svg)"', html)
    assert url
    answer = client.get(url[1])
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert "sandbox" in answer.headers["content-security-policy"]


def test_the_draft_is_kept_with_its_trials(client: TestClient, workspace: Workspace) -> None:
    data = {"source": "x = 1\r\ny = 2", "trial": ["k_means(1)", " ", "k_means(2)"], "seconds": "12.5"}
    assert client.post("/problems/k-means/draft", data=data).json()["same"]
    saved = look(workspace, drafts.draft, "k-means")
    assert (saved.source, saved.trials, saved.seconds) == ("x = 1\ny = 2", ("k_means(1)", "k_means(2)"), 12.5)
    html = client.get("/problems/k-means").text
    assert "x = 1\ny = 2</textarea>" in html
    assert 'aria-label="Trial 2"' in html


def test_reset_and_undo(client: TestClient, workspace: Workspace) -> None:
    client.post("/problems/k-means/draft", data={"source": "mine = 1"})
    accept = {"accept": "application/json"}
    answer = client.post("/problems/k-means/draft/reset", headers=accept).json()
    assert (answer["source"], answer["canUndo"]) == (workspace.library.problems.starter("k-means"), True)
    assert client.post("/problems/k-means/draft/undo", headers=accept).json()["source"] == "mine = 1"
    assert client.post("/problems/k-means/draft/reset").status_code == 303


def test_the_starter_in_torch_and_back(client: TestClient, workspace: Workspace) -> None:
    slug, accept = "norm-layers", {"accept": "application/json"}
    starter, in_torch = (workspace.library.problems.starter(slug, torch=torch) for torch in (False, True))
    page = client.get(f"/problems/{slug}").text
    assert 'value="torch"' in page
    assert "An answer that imports torch is judged with PyTorch, and given tensors." in page
    here = f"/problems/{slug}/draft"
    client.post(here, data={"source": "mine = 1"})
    answer = client.post(f"{here}/reset", data={"with": "torch"}, headers=accept).json()
    assert (answer["source"], answer["inTorch"], answer["canUndo"]) == (in_torch, True, True)
    client.post(here, data={"source": f"{in_torch}# typed", "base": answer["version"], "edit": "p.1"})
    again = client.post(f"{here}/reset", headers=accept).json()
    assert again["source"] == in_torch, "a reset stays with what the code is in"
    back = client.post(f"{here}/reset", data={"with": "numpy"}, headers=accept).json()
    assert (back["source"], back["inTorch"]) == (starter, False)
    assert 'value="torch"' not in client.get("/problems/k-means-plus-plus").text
    refused = client.post("/problems/k-means-plus-plus/draft/reset", data={"with": "torch"}, headers=accept)
    assert refused.status_code == 400
    assert "cannot be answered in PyTorch" in refused.text


def test_an_older_draft_is_a_conflict_that_shows_the_newer(client: TestClient, workspace: Workspace) -> None:
    draft = "/problems/k-means/draft"
    first = client.post(draft, data={"source": "a", "base": "", "edit": "p.1"}).json()
    assert first == {"version": "p.1", "same": True}
    client.post(draft, data={"source": "an hour of work", "base": "p.1", "edit": "q.1"})
    late = client.post(draft, data={"source": "a", "base": "", "edit": "p.1"})
    assert (late.status_code, late.json()) == (200, {"version": "q.1", "same": False})
    stale = client.post(draft, data={"source": "a ", "base": "p.1", "edit": "p.2"})
    assert stale.status_code == 409
    assert (stale.json()["version"], stale.json()["source"]) == ("q.1", "an hour of work")
    assert client.get(draft).json() == stale.json()
    assert look(workspace, drafts.draft, "k-means").source == "an hour of work"
    kept = {"source": "a ", "base": "q.1", "edit": "p.2", "chosen": "1"}
    assert client.post(draft, data=kept).json() == {"version": "p.2", "same": True}


def test_submitting_and_running_from_a_page_that_is_behind_replace_nothing(
    client: TestClient, workspace: Workspace, wrong: str
) -> None:
    client.post("/problems/k-means/draft", data={"source": "an hour of work", "base": "", "edit": "q.1"})
    for action in ("attempts", "runs"):
        client.post(f"/problems/k-means/{action}", data={"source": wrong, "base": "", "edit": ""})
    assert look(workspace, drafts.draft, "k-means").source == "an hour of work"
    (attempt,) = look(workspace, lambda work: work.attempts.of_problem("k-means", 100))
    assert look(workspace, attempts.attempt, attempt.id).source == wrong
    (aside,) = look(workspace, draft_versions.of_draft, "k-means")
    assert (aside.source, aside.why) == (wrong, Aside.ELSEWHERE)
    html = client.get("/problems/k-means").text
    assert f'<a href="?tab=drafts&amp;version={aside.id}">What you sent just now</a>' in html


def test_a_refusal_is_said_in_a_sentence(client: TestClient) -> None:
    headers = {"accept": "application/json"}
    for source, why in (("x" * 200_001, "at most 200,000 are accepted"), ("x\0", "contains a NUL character")):
        answer = client.post("/problems/k-means/draft", data={"source": source}, headers=headers)
        assert answer.status_code == 400
        assert why in answer.json()["error"]


def test_an_earlier_draft_is_looked_at_and_brought_back_without_scripts(
    client: TestClient, workspace: Workspace
) -> None:
    client.post("/problems/k-means/draft", data={"source": "old = 1", "trial": "f(1)"})
    client.post("/problems/k-means/draft", data={"source": "new = 2"})
    assert "?tab=drafts" in client.get("/problems/k-means?tab=attempts").text
    url = re.search(r'href="(\?tab=drafts&amp;version=[^"]*)"', client.get("/problems/k-means?tab=drafts").text)
    assert url
    html = client.get("/problems/k-means" + url[1].replace("&amp;", "&")).text
    assert re.search(r"<del>old = 1", html)
    assert re.search(r"<ins>new = 2", html)
    version = re.search(r'name="id" value="([^"]*)"', html)
    assert version
    answer = client.post("/problems/k-means/draft/restore", data={"id": version[1]})
    assert answer.headers["location"] == "/problems/k-means"
    saved = look(workspace, drafts.draft, "k-means")
    assert (saved.source, saved.trials) == ("old = 1", ("f(1)",))
    assert client.post("/problems/k-means/draft/restore", data={"id": "gone.1"}).status_code == 404
    assert client.get("/problems/k-means?tab=drafts&version=gone.1").status_code == 404


def test_a_verdict_is_followed_while_it_is_found(client: TestClient, workspace: Workspace, solution: str) -> None:
    attempt = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    follow = f"/problems/k-means/attempts/{attempt.id}/verdict"
    assert f'hx-get="{follow}"' in client.get("/problems/k-means").text
    htmx = {"hx-request": "true"}
    assert f'hx-get="{follow}"' in client.get(follow, headers=htmx).text
    list(attempts.judge(workspace, attempt.id))
    html = client.get(follow, headers=htmx).text
    assert ">Accepted<" in html
    assert f'hx-get="{follow}"' not in html
    assert 'hx-target="#reading"' in html
    assert client.get(follow).headers["location"] == f"/problems/k-means?attempt={attempt.id}#verdict"


def test_hints_come_one_at_a_time(client: TestClient, workspace: Workspace) -> None:
    hints = [hint.split("\n")[0].removeprefix("## ") for hint in workspace.library.problems.hints("k-means")]
    for shown in range(len(hints) + 1):
        html = client.get("/problems/k-means?tab=hints").text
        assert [hint in html for hint in hints] == [True] * shown + [False] * (len(hints) - shown)
        client.post("/problems/k-means/hints")


def test_the_solution_is_shown_when_asked_for_and_that_is_recorded(client: TestClient, workspace: Workspace) -> None:
    assert "Show me the solution" in client.get("/problems/k-means?tab=solution").text
    assert "np.divide" not in client.get("/problems/k-means?tab=solution").text
    client.post("/problems/k-means/solution")
    assert "You asked to see this" in client.get("/problems/k-means?tab=solution").text
    assert attempts.submit(workspace, "k-means", "x = 1", origin=Origin.WEB).peeked


def test_an_attempt_shows_its_code_and_what_changed_since(client: TestClient, wrong: str) -> None:
    client.post("/problems/k-means/attempts", data={"source": wrong})
    client.post("/problems/k-means/draft", data={"source": wrong.replace("hello", "goodbye")})
    listed = client.get("/problems/k-means?tab=attempts").text
    url = re.search(r'href="(\?tab=attempts&amp;attempt=[^"]*)"', listed)
    assert url
    html = client.get("/problems/k-means" + url[1].replace("&amp;", "&")).text
    assert re.search(r"<del>[^<]*hello from here", html)
    assert re.search(r"<ins>[^<]*goodbye from here", html)


def test_code_that_is_too_long_says_so(client: TestClient) -> None:
    answer = client.post("/problems/k-means/attempts", data={"source": "x" * 1_000_000}, headers=STREAM)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_nonsense_in_the_form_is_harmless(client: TestClient) -> None:
    for given in ("nan", "inf", "-5", "1e300", "soon", json.dumps({})):
        data = {"source": "x", "seconds": given, "at": given}
        assert client.post("/problems/k-means/draft", data=data).status_code == 200


def words(html: str) -> str:
    """The text of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_after_an_accepted_answer_there_is_a_next_step(client: TestClient, workspace: Workspace, solution: str) -> None:
    assert "Start k-means" in words(client.get("/").text)
    drafts.save(workspace, "k-means", "mine = 1", (), 5.0)
    assert "Continue k-means" in words(client.get("/").text)
    html = client.post("/problems/k-means/attempts", data={"source": solution}, follow_redirects=True).text
    assert "Accepted" in html
    assert "Next: k-means++ seeding" in html
    assert "Read the model solution" in html
    home = client.get("/").text
    assert "Continue" not in home
    assert home.count("data-start") == 1


def test_the_next_problem_is_of_the_topic_then_of_the_next_and_around(workspace: Workspace) -> None:
    def solve(*slugs: str) -> None:
        with workspace.writing() as work:
            for slug in slugs:
                done = {"state": State.FINISHED, "verdict": Verdict.ACCEPTED, "created": datetime.now(UTC)}
                work.attempts.add(Attempt(f"a-{slug}", workspace.learner, slug, "v", "", Origin.WEB, **done))

    def after(slug: str) -> str:
        found = look(workspace, next_problem.after, slug)
        return found.slug if found else ""

    every = list(workspace.library.problems)
    solve("k-means-plus-plus")
    assert after("k-means-plus-plus") == "k-means"
    solve("k-means")
    assert after("k-means-plus-plus") == after("k-means") == "k-nearest-neighbors"
    solve(*(slug for slug in every if slug not in ("k-means", "k-means-plus-plus", "perceptron")))
    assert after(every[-1]) == "perceptron"
    solve("perceptron")
    assert after("k-means") == ""


def test_who_waits_in_line_is_shown_how_many_are_ahead(client: TestClient, workspace: Workspace, solution: str) -> None:
    """By the app itself, piece by piece: the place is given free once the page has said that it is taken."""
    judge = workspace.judge
    assert isinstance(judge, LocalJudge)
    body = urlencode({"source": solution}).encode()
    headers = {"host": "127.0.0.1:8400", "origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"} | STREAM
    scope = {
        "type": "http", "method": "POST", "path": "/problems/k-means/attempts", "raw_path": b"", "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()], "scheme": "http",
        "server": ("127.0.0.1", 8400), "client": ("127.0.0.1", 1), "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    seen: list[str] = []

    async def submit() -> None:
        sent = asyncio.Event()
        with ExitStack() as place:
            place.enter_context(judge._line.place())

            async def receive() -> dict[str, object]:
                if sent.is_set():
                    await asyncio.Event().wait()
                sent.set()
                return {"type": "http.request", "body": body, "more_body": False}

            async def send(message: Mapping[str, Any]) -> None:
                seen.append(message.get("body", b"").decode())
                if "In line, 1 ahead of you" in seen[-1]:
                    place.close()

            await client.app(scope, receive, send)

    with ThreadPoolExecutor(1) as thread:  # the browser tests leave a loop running in this one
        thread.submit(asyncio.run, submit()).result(120)
    assert ">Accepted<" in "".join(seen)
