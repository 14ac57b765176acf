"""A learner in a real browser: predicts, runs, sees the progress, cancels, fails, reads the report, compares."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sharpen.content.library import read_library
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.design import labs
from tests.browser.conftest import Opens
from tests.looking import look

LABS = Path(__file__).parents[1] / "labs" / "content"
COINS = LABS / "cases" / "coins"
REFERENCE = (COINS / "reference.py").read_text()
SLOW = """
class Design:
    def fit(self, log, day):
        while True:
            pass

    def act(self, requests):
        return 0
"""
BROKEN = (COINS / "baseline.py").read_text().replace("np.zeros(", "np.zeroes(")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(Settings(home=tmp_path))
    yield replace(opened, library=read_library([LABS]))
    opened.close()


def write(page: Page, source: str) -> None:
    """Put a text into the editor, as pasting does."""
    page.locator("code-editor").evaluate("(editor, text) => { editor.value = text }", source)


def test_from_prediction_to_comparison(opens: Opens, workspace: Workspace) -> None:
    page = opens("/labs")
    page.get_by_role("link", name="Bet on bent coins").click()
    expect(page.get_by_text("No run yet")).to_be_visible()
    expect(page.locator("code-editor[data-ready]")).to_be_visible()

    page.get_by_label("What you predict, one a line").fill("luck > 3")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#fault")).to_contain_text("“luck > 3” does not begin with a number of the report")
    page.get_by_label("What you predict, one a line").fill("score > 30")
    write(page, REFERENCE)
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert look(workspace, labs.design, "coins").source == REFERENCE

    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault")).to_be_empty()
    expect(page.get_by_role("heading", name=re.compile("Running: "))).to_be_visible()
    expect(page.get_by_role("link", name="Read the report")).to_be_visible()
    expect(page.locator(".predicted li")).to_have_attribute("data-held", "yes")

    write(page, (COINS / "baseline.py").read_text() + "\n# as it was\n")
    expect(page.locator("[data-saved]")).to_have_text("Saved")  # the page knows the version that the run made
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name="Score 0.0")).to_be_visible()
    page.get_by_role("link", name="Read the report").click()
    expect(page.get_by_role("heading", name="Offline against online")).to_be_visible()
    expect(page.get_by_text("The design that is best offline is the best in the experiment, too")).to_be_visible()
    assert page.locator("svg.plot").count() == 6
    problems = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in problems] == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as JSON").click()
    assert download.value.suggested_filename.startswith("coins-")
    page.get_by_role("link", name=re.compile("Compare with the run")).click()
    expect(page.get_by_role("heading", name="Two runs side by side")).to_be_visible()
    row = page.get_by_role("row", name=re.compile("^score"))
    assert float(row.get_by_role("cell").nth(0).inner_text()) > 30
    assert row.get_by_role("cell").nth(1).inner_text() == "0"


def test_a_run_is_cancelled_here_or_on_another_page(opens: Opens) -> None:
    page = opens("/labs/coins")
    write(page, SLOW)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name="Getting ready")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("You ended this run")).to_be_visible()

    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    other = page.context.new_page()
    other.goto("/labs/coins")
    expect(other.get_by_role("button", name="Cancel")).to_be_visible()
    other.get_by_role("button", name="Cancel").click()
    for each in (other, page):
        expect(each.get_by_text("You ended this run")).to_be_visible()


def test_a_failure_marks_its_line_and_a_reset_comes_back(opens: Opens) -> None:
    page = opens("/labs/coins")
    write(page, BROKEN)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name="The design failed")).to_be_visible()
    expect(page.get_by_text("In offline, day 9")).to_be_visible()
    expect(page.locator(".cm-error-line")).to_contain_text("np.zeroes(")
    page.get_by_role("button", name=re.compile("^line ")).click()
    expect(page.locator(".cm-activeLine")).to_contain_text("np.zeroes(")

    page.get_by_role("button", name="Reset", exact=True).click()
    expect(page.locator("[data-saved]")).to_have_text("Reset to the baseline")
    expect(page.locator("code-editor")).to_contain_text("np.zeros(")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("code-editor")).to_contain_text("np.zeroes(")


@pytest.mark.parametrize("width", [390, 320])
def test_the_pages_of_a_lab_fit_a_phone(opens: Opens, width: int) -> None:
    for path in ("/labs", "/labs/coins", "/labs/coins/compare"):
        page = opens(path, viewport={"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_it_works_without_scripts(opens: Opens) -> None:
    page = opens("/labs/coins", java_script_enabled=False)
    page.get_by_label("Your design").fill(REFERENCE)
    page.get_by_label("What you predict, one a line").fill("p99 < 5 ms")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name="Stage by stage")).to_be_visible()
    expect(page.locator(".predicted")).to_contain_text("held")
