"""The drill and the log in a browser: by keyboard, without scripts, and with no barrier that axe can find."""

import pytest
from playwright.sync_api import Page, expect

from sharpen.practice import Workspace
from sharpen.practice.sheet import importing, sheet
from tests.cli.test_log import sheet_of
from tests.looking import look
from tests.practice.drilling import front, letters
from tests.sampling import of_today

from .conftest import Opens
from .test_pages import LOOKS, barriers

STATEMENTS = 10


def choose(page: Page, ws: Workspace, *, pattern: bool = True) -> str:
    """Answer the statement in front by its letters; the key of its showing."""
    asked = front(ws)
    expect(page.locator("review-card")).to_have_attribute("data-key", asked.key)
    page.wait_for_timeout(350)  # the key that brought the statement is no answer to it
    for place in letters(ws, asked, pattern=pattern):
        page.keyboard.press("abcdefghijklmnop"[place])
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_be_visible()
    return asked.key


def test_ten_statements_are_drilled_by_keyboard(opens: Opens, workspace: Workspace) -> None:
    page = opens("/drill")
    page.get_by_role("link", name="Begin").click()
    for number in range(STATEMENTS):
        right = number % 4 != 0
        key = choose(page, workspace, pattern=right)
        expect(page.locator("#result")).to_have_text("Right" if right else "Another pattern")
        expect(page.locator(".explanation")).to_contain_text("The words that give it away")
        expect(page.locator("[data-rating]")).to_have_count(2 if right else 1)
        page.wait_for_timeout(350)
        page.keyboard.press("Enter")
        expect(page.locator(f'review-card[data-key="{key}"]')).to_have_count(0)
    page.goto("/drill")
    expect(page.locator("main")).to_contain_text(f"7 of {STATEMENTS} recognized so far")


def test_a_drill_leads_to_its_problem(opens: Opens, workspace: Workspace) -> None:
    page = opens("/review?topic=drill")
    choose(page, workspace)
    slug = front(workspace).item.removeprefix("drill/")
    page.keyboard.press("g")
    expect(page).to_have_url(page.url.replace("/review?topic=drill", f"/problems/{slug}"))


def test_a_sheet_is_pasted_mapped_imported_and_taken_back(opens: Opens, workspace: Workspace) -> None:
    page = opens("/log/import")
    page.get_by_label("Or paste it here").fill(sheet_of(350).replace("Question", "Aufgabe", 1))
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#would")).to_have_text("0 of 350 rows would be added")
    page.get_by_label("What “Aufgabe” is").select_option("title")
    page.get_by_role("button", name="Preview again").click()
    expect(page.locator("#would")).to_have_text("330 of 350 rows would be added")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save them as CSV").click()
    assert download.value.suggested_filename == "not-imported.csv"
    page.get_by_role("button", name="Import 330").click()
    expect(page.get_by_role("status")).to_contain_text("330 problems imported")
    expect(page.locator("#gap")).to_be_visible()
    page.get_by_placeholder("Search by title").fill("Question 12")
    page.keyboard.press("Enter")
    expect(page.locator("ul.rows a").first).to_contain_text("Question 12")
    page.get_by_role("button", name="Undo the last import").click()
    expect(page.get_by_role("status")).to_contain_text("The import was undone")
    assert look(workspace, lambda work: list(work.sheet_rows.everything())) == []


@pytest.mark.parametrize("appearance", of_today(["light", "dark", "narrow", "without-javascript"], 1))
def test_axe_finds_nothing_serious_and_nothing_is_wider_than_the_page(
    opens: Opens, workspace: Workspace, appearance: str
) -> None:
    importing.import_(workspace, sheet_of(60))
    row = sheet.add(workspace, {"link": "https://leetcode.com/problems/minimum-window-substring", "went": "alone"})
    page = opens("/drill", **LOOKS[appearance])
    found = {}
    for path in ("/drill", "/review?topic=drill", "/log", "/log/import", f"/log/{row.id}"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        if appearance != "without-javascript":
            page.wait_for_timeout(300)
            found[path] = barriers(page)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        expect(page.locator("main")).to_be_visible()
    assert {path: rows for path, rows in found.items() if rows} == {}
