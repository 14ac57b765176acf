"""Solving k-means as a candidate does: with the keyboard and the mouse, in a browser."""

import re
from contextlib import suppress
from urllib.parse import parse_qsl

from playwright.sync_api import Error, Page, Route, expect

from sharpen.domain.attempt import Origin, State
from sharpen.practice import Workspace
from sharpen.practice.solving import attempts, drafts
from tests.looking import look

from .conftest import Opens, Serving

FORGETS_EMPTY_CLUSTERS = """\
import numpy as np


def k_means(X, centers, max_iter):
    centers = centers.astype(float)
    for _ in range(max_iter):
        labels = ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)
        centers = np.array([X[labels == j].mean(axis=0) for j in range(len(centers))])
    labels = ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)
    return labels, centers
"""


def write(page: Page, source: str) -> None:
    """Put code in the place of all that is in the editor, by the keyboard."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def crashed(page: Page) -> Page:
    """Crash the page, so that it cannot even send what it has on leaving; return a new one in the same browser."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    return page.context.new_page()


def title(page: Page) -> str:
    """The verdict, once it is there."""
    final = page.locator(".verdict-title:not([data-state=judging])")
    final.wait_for()
    return final.inner_text()


def test_k_means_from_the_first_page_to_acceptance(opens: Opens, workspace: Workspace, solution: str) -> None:
    page = opens("/")
    page.get_by_role("link", name="Start k-means").click()
    expect(page.get_by_role("heading", name="k-means", level=1)).to_be_visible()

    write(page, FORGETS_EMPTY_CLUSTERS)
    page.get_by_role("button", name="Submit").click()
    assert title(page) == "Not yet"
    first = page.locator("#verdict .check").first
    expect(first).to_have_attribute("data-state", "failed")
    for label in ("Input", "Expected", "Got"):
        expect(first.locator("dt, caption").filter(has_text=label).first).to_be_visible()
    expect(page.locator("#verdict")).to_contain_text("A center without points stays where it is")
    expect(page.locator("#verdict")).to_contain_text("nan")

    write(page, solution)
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator(".verdict-title")).to_have_text("Accepted")
    expect(page.locator("#verdict .check[data-state=failed]")).to_have_count(0)
    expect(page.locator("#verdict img.picture")).to_be_visible()

    page.get_by_role("link", name="Attempts").click()
    rows = page.locator("#reading .row")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("Accepted")
    expect(rows.nth(1)).to_contain_text("Wrong answer")
    rows.nth(1).get_by_role("link").click()
    expect(page.locator("#reading .diff del").first).to_be_visible()
    expect(page.locator("#reading .diff ins").first).to_be_visible()
    page.get_by_role("link", name="Solution", exact=True).click()
    expect(page.locator("#reading pre").first).to_contain_text("np.divide")
    assert page.locator("code-editor").evaluate("editor => editor.value") == solution
    kept = look(workspace, lambda work: work.attempts.of_problem("k-means", 100))
    assert [attempt.accepted for attempt in kept] == [True, False]


def test_without_javascript(opens: Opens, solution: str) -> None:
    page = opens("/problems/k-means", java_script_enabled=False)
    page.get_by_role("textbox", name="Your code").fill("def k_means(X, centers, max_iter):\n    return 1\n")
    page.get_by_role("button", name="Submit").click()
    expect(page.locator(".verdict-title")).to_have_text("Not yet")
    page.get_by_role("link", name="Hints").click()
    page.get_by_role("button", name="Show the first hint").click()
    expect(page.locator(".hint")).to_have_count(1)
    page.get_by_role("textbox", name="Your code").fill(solution)
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".result")).to_contain_text("Agrees")
    page.get_by_role("button", name="Submit").click()
    expect(page.locator(".verdict-title")).to_have_text("Accepted")


def test_with_the_keyboard_alone(opens: Opens, solution: str) -> None:
    page = opens("/problems")
    page.keyboard.press("/")
    page.keyboard.type("lloyd")
    expect(page.locator("#list .row")).to_have_count(1)
    page.keyboard.press("Tab")  # out of the field, where letters are keys again
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/problems/k-means")
    expect(page.locator("code-editor[data-ready]")).to_be_attached()
    page.keyboard.press("2")
    expect(page.locator("#tab-hints")).to_have_attribute("aria-current", "true")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(solution)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#trials .result").first).to_contain_text("Agrees")
    page.keyboard.press("Control+Shift+Enter")
    assert title(page) == "Accepted"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.cm-editor')")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_line_that_raised_is_marked(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "def k_means(X, centers, max_iter):\n    first = X[0]\n    return first / undefined\n")
    page.get_by_role("button", name="Submit").click()
    assert title(page) == "Not yet"
    expect(page.locator(".cm-error-line")).to_contain_text("return first / undefined")
    expect(page.locator(".cm-error-line")).to_contain_text("NameError")
    page.locator("[data-goto]").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" ")
    expect(page.locator(".cm-error-line")).to_have_count(0)


def test_the_draft_survives_a_reload_without_delay(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "mine = 1")
    page.reload()
    assert page.locator("code-editor").evaluate("editor => editor.value") == "mine = 1"


def test_the_draft_survives_a_server_that_is_down(opens: Opens, serving: Serving, workspace: Workspace) -> None:
    page = opens("/problems/k-means")
    serving.stop()
    write(page, "typed = 'while down'")
    page.locator("label", has_text="Your trials").click()
    page.locator("#trial-1").fill("k_means([[1.0]], [[0.0]], 1)")
    page.get_by_role("button", name="Add a trial").click()
    page.locator("#trial-2").fill("k_means([[2.0]], [[0.0]], 1)\n")
    expect(page.locator("[data-strip]")).to_contain_text("A copy is kept in this browser")
    page = crashed(page)
    serving.start()
    page.goto("/problems/k-means")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert page.locator("code-editor").evaluate("editor => editor.value") == "typed = 'while down'"
    kept = look(workspace, drafts.draft, "k-means")
    assert kept.source == "typed = 'while down'"
    assert kept.trials == ("k_means([[1.0]], [[0.0]], 1)", "k_means([[2.0]], [[0.0]], 1)")


def test_a_save_that_arrives_late_does_not_pass_for_newer_than_what_was_typed_since(
    opens: Opens, workspace: Workspace
) -> None:
    page = opens("/problems/k-means")
    held: list[Route] = []
    page.route("**/draft", lambda route: held.append(route))
    write(page, "typed = 'first'")
    page.wait_for_timeout(800)  # longer than the pause after which a save is sent
    write(page, "typed = 'first, and more'")
    page.wait_for_timeout(800)
    page = crashed(page)
    first = next(route.request for route in held if "more" not in (route.request.post_data or ""))
    page.request.post("/problems/k-means/draft", form=dict(parse_qsl(first.post_data or "")))
    assert look(workspace, drafts.draft, "k-means").source == "typed = 'first'"
    page.goto("/problems/k-means")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert look(workspace, drafts.draft, "k-means").source == "typed = 'first, and more'"


def test_what_was_left_in_haste_does_not_come_back_once_the_problem_was_reset(
    opens: Opens, workspace: Workspace
) -> None:
    page = opens("/problems/k-means")
    write(page, "typed = 'in haste'")
    page.goto("about:blank")
    page.wait_for_timeout(500)
    assert look(workspace, drafts.draft, "k-means").source == "typed = 'in haste'"
    drafts.reset(workspace, "k-means")
    page.goto("/problems/k-means")
    starter = workspace.library.problems.starter("k-means")
    assert page.locator("code-editor").evaluate("editor => editor.value") == starter


def test_submitting_to_a_server_that_is_down_says_so(opens: Opens, serving: Serving) -> None:
    page = opens("/problems/k-means")
    serving.stop()
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#verdict [role=alert]")).to_contain_text("sharpen does not answer")
    serving.start()


def test_reset_and_undo(opens: Opens, workspace: Workspace) -> None:
    page = opens("/problems/k-means")
    value = "editor => editor.value"
    write(page, "mine = 1")
    page.get_by_role("button", name="Reset", exact=True).click()
    expect(page.locator("[data-saved]")).to_contain_text("Reset to the starter")
    assert page.locator("code-editor").evaluate(value) == workspace.library.problems.starter("k-means")
    page.get_by_role("button", name="Undo reset").click()
    expect(page.locator("[data-saved]")).to_contain_text("Brought back")
    assert page.locator("code-editor").evaluate(value) == "mine = 1"


def test_own_trials_are_run_and_kept(opens: Opens, workspace: Workspace, solution: str) -> None:
    page = opens("/problems/k-means")
    write(page, solution.replace("argmax", "argmin"))
    page.locator("label", has_text="Your trials").click()
    page.get_by_role("button", name="Add a trial").click()
    page.keyboard.insert_text("k_means(np.array([[0.0], [9.0]]), np.array([[1.0], [8.0]]), 5)")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator(".result")).to_have_count(2)
    expect(page.locator(".result").nth(1)).to_contain_text("Differs")
    expect(page.locator(".result img.picture").first).to_be_visible()
    page.get_by_role("button", name="Remove trial 1").click()
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    page.reload()
    assert len(look(workspace, drafts.draft, "k-means").trials) == 1
    page.locator("label", has_text="Your trials").click()
    expect(page.get_by_role("textbox", name="Trial 1")).to_have_value(re.compile(r"^k_means\(np.array"))


def test_an_interrupted_attempt_is_judged_again_with_one_key(opens: Opens, workspace: Workspace, solution: str) -> None:
    attempt = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    results = attempts.judge(workspace, attempt.id)
    next(results)
    results.close()
    assert look(workspace, attempts.attempt, attempt.id).state is State.INTERRUPTED
    page = opens("/problems/k-means")
    expect(page.locator(".verdict-title")).to_have_text("Interrupted")
    page.keyboard.press("r")
    expect(page.locator(".verdict-title")).to_have_text("Accepted")
    assert look(workspace, attempts.attempt, attempt.id).accepted


def test_leaving_while_it_is_judged_loses_nothing(opens: Opens, workspace: Workspace, solution: str) -> None:
    page = opens("/problems/k-means")
    write(page, solution)
    page.get_by_role("button", name="Submit").click()
    page.locator(".verdict-title[data-state=judging]").wait_for()
    page.goto("/problems")
    for _ in range(100):
        if look(workspace, lambda work: work.attempts.of_problem("k-means", 100))[0].accepted:
            break
        page.wait_for_timeout(100)
    assert look(workspace, lambda work: work.attempts.of_problem("k-means", 100))[0].accepted
    page.reload()
    expect(page.locator(".row", has_text="Lloyd").locator(".state")).to_have_text("Solved")


def test_vim_keys(opens: Opens) -> None:
    page = opens("/problems/k-means")
    page.locator("label", has_text="Vim").click()
    expect(page.locator(".cm-fat-cursor").first).to_be_attached()
    page.keyboard.type("ggdGoone")
    page.keyboard.press("Escape")
    page.keyboard.type("x")
    assert page.locator("code-editor").evaluate("editor => editor.value").strip() == "on"
    page.reload()
    expect(page.locator(".cm-vimMode, .cm-fat-cursor").first).to_be_attached()


def test_panes_are_resized_with_the_keyboard_and_stay(opens: Opens) -> None:
    page = opens("/problems/k-means")
    gutter = page.get_by_role("separator", name="Width of the statement")
    before = page.locator("#reading").bounding_box()
    gutter.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.reload()
    after = page.locator("#reading").bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"] + 100
