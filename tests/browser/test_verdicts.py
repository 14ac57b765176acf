"""A verdict as it is looked at: what differs beside what was expected, a case run by a click, checks that fold."""

import re

import pytest
from playwright.sync_api import expect

from sharpen.domain.attempt import Origin
from sharpen.practice import Workspace
from sharpen.practice.solving import attempts, drafts
from tests.sampling import of_today

from .conftest import Opens
from .test_pages import LOOKS, barriers

HALVES = """
import numpy as np

def k_means(X, centers, max_iter):
    X, centers = np.asarray(X, float), np.array(centers, float)
    labels = ((X[:, None] - centers) ** 2).sum(-1).argmin(1)
    return labels, centers / 2
"""


def judged(workspace: Workspace, *sources: str) -> None:
    for source in sources:
        drafts.save(workspace, "k-means", source, (), 5.0)
        attempt = attempts.submit(workspace, "k-means", source, origin=Origin.WEB, seconds=90)
        list(attempts.judge(workspace, attempt.id))


@pytest.mark.parametrize("look", ["light", "without-javascript"])
def test_a_failing_case_is_run_by_a_click(opens: Opens, workspace: Workspace, look: str) -> None:
    judged(workspace, HALVES)
    page = opens("/problems/k-means", **LOOKS[look])
    columns = page.locator("#verdict .check").first.locator(".grid-side")
    expect(columns).to_have_count(2)
    left, right = (column.bounding_box() for column in columns.all())
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    for times in (1, 2):
        if times == 2:
            page.goto("/problems/k-means")
            page.locator("label", has_text="Verdict").click()
        page.get_by_role("button", name="Run this case").first.click()
        expect(page.locator("#trials .result")).to_have_count(1)
        expect(page.locator("#trials .result strong")).to_have_text("Differs")
        expect(page.locator("#trials .result")).to_be_visible()


def test_green_checks_fold_once_all_are_and_open_at_the_keyboard(
    opens: Opens, workspace: Workspace, solution: str
) -> None:
    judged(workspace, solution)
    page = opens("/problems/k-means")
    checks = page.get_by_role("list", name="Passed checks")
    expect(checks).to_be_hidden()
    page.locator(".folded summary").focus()
    page.keyboard.press("Enter")
    expect(checks).to_be_visible()
    page.get_by_role("link", name="Next: k-means++ seeding").click()
    expect(page).to_have_url(re.compile("/problems/k-means-plus-plus$"))


@pytest.mark.parametrize("look", of_today(["light", "dark", "narrow"], 1))
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    opens: Opens, workspace: Workspace, solution: str, look: str
) -> None:
    judged(workspace, HALVES)
    page = opens("/problems/k-means?tab=attempts", **LOOKS[look])
    found = [barriers(page)]
    page.locator("#verdict details.whole summary").first.click()
    found.append(barriers(page))
    judged(workspace, solution)
    page.goto("/problems/k-means?tab=attempts")
    page.wait_for_load_state("networkidle")
    page.locator(".folded summary").click()
    found.append(barriers(page))
    assert found == [[], [], []]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_docstring_of_a_starter_is_folded_until_it_is_clicked(opens: Opens, workspace: Workspace) -> None:
    page = opens("/problems/k-means")
    expect(page.locator(".cm-foldPlaceholder")).to_have_text("… the docstring")
    expect(page.locator(".cm-line", has_text="raise NotImplementedError")).to_be_in_viewport()
    starter = workspace.library.problems.starter("k-means")
    assert page.locator("code-editor").evaluate("editor => editor.value") == starter
    page.locator(".cm-foldPlaceholder").click()
    expect(page.locator(".cm-content")).to_contain_text("Where the centers start.")
    drafts.save(workspace, "k-means", starter + "x = 1\n", (), 5.0)
    page.goto("/problems/k-means")
    expect(page.locator(".cm-content")).to_contain_text("Where the centers start.")
    page.keyboard.press("5")
    expect(page.locator("#tab-lesson")).to_have_attribute("aria-current", "true")
    expect(page.locator("#reading figure img").first).to_be_visible()
