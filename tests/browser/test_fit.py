"""Fitting from the page: the bar fills, the page stays usable, and the result stands there at the end."""

from playwright.sync_api import expect

from sharpen.practice import Workspace
from sharpen.practice.day import fit
from tests.browser.conftest import Opens
from tests.looking import look
from tests.memory.learner import FORGETS_FASTER, reviewed
from tests.practice.fitting import everything, keep


def test_fit_and_back(opens: Opens, workspace: Workspace) -> None:
    keep(workspace, reviewed(10_000, FORGETS_FASTER, seed=1))
    before = everything(workspace)["memories"]
    page = opens("/statistics")
    section = page.locator("#fit")
    section.get_by_role("button", name="Fit to my reviews").click()
    expect(section.get_by_role("progressbar")).to_be_visible()
    expect(section.get_by_text("fitted to your own reviews")).to_be_visible()
    expect(section.get_by_role("progressbar")).to_have_count(0)
    assert look(workspace, fit.status).fitted
    section.get_by_role("button", name="Back to the usual parameters").click()
    expect(section.get_by_role("button", name="Fit to my reviews")).to_be_visible()
    assert everything(workspace)["memories"] == before


def test_without_scripts(opens: Opens, workspace: Workspace) -> None:
    keep(workspace, reviewed(3000, FORGETS_FASTER))
    page = opens("/statistics", java_script_enabled=False)
    page.get_by_role("button", name="Fit to my reviews").click()
    expect(page.get_by_text("fitted to your own reviews")).to_be_visible()
    assert page.url.endswith("/statistics#fit-title")
