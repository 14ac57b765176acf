"""What a verdict shows: both answers beside each other, pictures of times and shares, and what comes next."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sharpen.domain.attempt import Attempt, Origin
from sharpen.practice import Workspace
from sharpen.practice.solving import attempts
from sharpen.web.pages.solving.problems import drawable
from tests.looking import look
from tests.web.conftest import squeezed

HALVES = """
def k_means(X, centers, max_iter):
    import numpy as np
    X, centers = np.asarray(X, float), np.array(centers, float)
    labels = ((X[:, None] - centers) ** 2).sum(-1).argmin(1)
    for _ in range(max_iter):
        labels = ((X[:, None] - centers) ** 2).sum(-1).argmin(1)
        centers = np.array([X[labels == k].mean(0) / 2 if (labels == k).any() else c for k, c in enumerate(centers)])
    return labels, centers
"""


def judged(workspace: Workspace, slug: str, source: str) -> Attempt:
    attempt = attempts.submit(workspace, slug, source, origin=Origin.WEB, seconds=65)
    list(attempts.judge(workspace, attempt.id))
    return look(workspace, attempts.attempt, attempt.id)


def trap(workspace: Workspace, slug: str, name: str) -> str:
    return (Path(workspace.library.problems.folder(slug)) / "traps" / f"{name}.py").read_text("utf-8")


def test_expected_and_got_stand_beside_each_other_by_the_names_of_the_function(
    client: TestClient, workspace: Workspace
) -> None:
    attempt = judged(workspace, "k-means", HALVES)
    first = attempt.results[0]
    assert first.where.startswith(("labels[", "centers["))
    assert f"first difference at {first.where}: " in first.why
    html = squeezed(client.get("/problems/k-means").text)
    place = first.where.partition("[")[0]
    assert f"<caption>Expected<code>{place}</code></caption>" in html
    assert f"<caption>Got<code>{place}</code></caption>" in html
    assert re.search(r'<td class="differs">[^<]+<span class="sr">, differs</span></td>', html)


def test_a_failing_case_becomes_a_trial_and_is_run(client: TestClient, workspace: Workspace) -> None:
    first = judged(workspace, "k-means", HALVES).results[0]
    assert "Run this case" in client.get("/problems/k-means").text
    sent = {"source": HALVES, "trial": "", "case": first.input.replace("\n", "\r\n")}
    for _ in range(2):
        html = client.post("/problems/k-means/runs", data=sent).text
        assert html.count("Differs") == 1
        sent["trial"] = first.input


def test_what_is_shown_shortened_or_with_names_of_ours_is_not_offered_to_be_run(workspace: Workspace) -> None:
    attempt = judged(workspace, "uniform-integers", trap(workspace, "uniform-integers", "modulo"))
    shown = [result for result in attempt.results if "script(" in result.input or "array of shape" in result.input]
    assert shown
    assert not any(result.runnable for result in shown)


def test_a_biased_sampler_sees_how_often_each_outcome_came(client: TestClient, workspace: Workspace) -> None:
    attempt = judged(workspace, "uniform-integers", trap(workspace, "uniform-integers", "modulo"))
    shares = next(result.shares for result in attempt.results if result.shares)
    assert sum(share.expected for share in shares) == pytest.approx(1)
    assert any(abs(share.got - share.expected) > 0.01 for share in shares)
    html = client.get("/problems/uniform-integers").text
    assert html.count('class="came"') >= len(shares)


def test_a_slow_answer_sees_its_time_beside_the_model_solutions(client: TestClient, workspace: Workspace) -> None:
    slug = "linear-regression-gradient-descent"
    attempt = judged(workspace, slug, trap(workspace, slug, "loops"))
    slow = next(result for result in attempt.results if not result.passed)
    assert slow.growth
    assert slow.growth.timings[-1].stopped
    assert "more than 2 s" in client.get(f"/problems/{slug}").text


def test_after_an_accepted_answer_the_checks_fold_and_the_time_is_shown(
    client: TestClient, workspace: Workspace, solution: str
) -> None:
    judged(workspace, "k-means", HALVES)
    judged(workspace, "k-means", solution)
    html = squeezed(client.get("/problems/k-means").text)
    assert re.search(r'<details class="folded"><summary data-row>(\d+) of \1 checks</summary>', html)
    assert "1:05" in html
    assert "25 min is par" in html
    assert (
        f"of {workspace.problem('k-means').limits.cpu:.1f} s allowed" in html
    )  # nobody has measured the model solution here
    for onward in ("Next: k-means++ seeding", "Similar: ", "Read the model solution", "Review k-means"):
        assert onward in html
    judged(workspace, "k-means", solution)
    assert "last time 1:05" in client.get("/problems/k-means").text


def test_a_failed_answer_folds_nothing(client: TestClient, workspace: Workspace) -> None:
    judged(workspace, "k-means", HALVES)
    html = client.get("/problems/k-means").text
    assert 'class="folded"' not in html
    assert "What comes next" not in html


def test_the_list_of_attempts_says_how_far_each_came_and_draws_it(
    client: TestClient, workspace: Workspace, solution: str
) -> None:
    failed, solved = judged(workspace, "k-means", HALVES), judged(workspace, "k-means", solution)
    html = squeezed(client.get("/problems/k-means?tab=attempts").text)
    for attempt in (failed, solved):
        assert ">{} of {}<".format(*attempt.passed) in html
    assert f'failing">{failed.failing}<' in html
    assert 'class="attempts-line"' in html
    assert len(re.findall(r'<circle class="(?:passed|failed)"', html)) == 2


def test_an_accepted_answer_is_drawn_on_a_case_made_to_be_looked_at(
    client: TestClient, workspace: Workspace, solution: str
) -> None:
    attempt = judged(workspace, "k-means", solution)
    assert "Yours on a case made to be looked at" in client.get("/problems/k-means").text
    svg = client.get(f"/problems/k-means/attempts/{attempt.id}/picture.svg").text
    assert svg.count("<use ") > 200  # 120 points and three centers, yours and expected
    wrong = judged(workspace, "k-means", HALVES)
    assert "Input of: " in client.get("/problems/k-means").text
    assert client.get(f"/problems/k-means/attempts/{wrong.id}/picture.svg").text.count("<use ") < 200


def test_every_case_to_be_looked_at_is_drawn(workspace: Workspace) -> None:
    own = [slug for slug in workspace.library.problems if drawable(workspace.library, slug) == "show"]
    assert len(own) >= 9
    for slug in own:
        assert "<svg" in attempts.picture(workspace, slug, workspace.library.problems.solution(slug)), slug


def test_the_lesson_is_a_tab_beside_the_editor(client: TestClient) -> None:
    html = client.get("/problems/k-means?tab=lesson").text
    assert 'id="tab-lesson"' in html
    assert 'src="/topics/k-means/' in html
    assert 'name="source"' in html


def test_the_solution_says_nothing_twice(client: TestClient, workspace: Workspace, solution: str) -> None:
    judged(workspace, "k-means", solution)
    html = client.get("/problems/k-means?tab=solution").text.partition("<code-editor")[0]
    assert "Cluster the rows of X by Lloyd" in html
    assert "Where the centers start." not in html
    assert "An iteration costs" in html
