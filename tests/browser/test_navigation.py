"""The way through the pages: the navigation and its menu, the map of the rounds, and the Library."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opens
from .test_pages import barriers


@pytest.mark.parametrize("width", [1440, 1024, 390, 320])
def test_the_navigation_is_whole_at_every_width(opens: Opens, width: int) -> None:
    page = opens("/library", viewport={"width": width, "height": 800})
    nav = page.get_by_role("navigation", name="Main")
    for word in ("Today", "Rounds", "Progress", "Library"):
        expect(nav.get_by_text(word, exact=True)).to_be_in_viewport(ratio=1)
    assert nav.evaluate("nav => nav.scrollWidth <= nav.clientWidth")
    nav.get_by_role("button", name="Rounds").click()
    menu = page.locator("#rounds-menu")
    for link in menu.get_by_role("link").all():
        expect(link).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_menu_of_the_rounds_by_the_keyboard(opens: Opens) -> None:
    page = opens("/")
    rounds = page.get_by_role("button", name="Rounds")
    menu = page.locator("#rounds-menu")
    rounds.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(rounds).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="General coding")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rounds/ml-coding")
    expect(page.get_by_role("heading", level=1)).to_have_text("ML / data coding")


def test_the_menu_of_the_rounds_without_scripts(opens: Opens) -> None:
    page = opens("/", java_script_enabled=False)
    page.get_by_role("button", name="Rounds").click()
    page.locator("#rounds-menu").get_by_role("link", name="ML breadth").click()
    page.wait_for_url("**/rounds/breadth")


def within(page: Page, cell: str) -> None:
    """What a cell says is shown, and no part of it is out of the window."""
    tip = page.locator(f"{cell} .tip")
    expect(tip).to_be_in_viewport(ratio=1)
    assert tip.evaluate("tip => getComputedStyle(tip).clipPath") == "none"


@pytest.mark.parametrize("width", [1440, 390])
def test_a_cell_of_the_map_says_what_it_is_and_opens(opens: Opens, width: int) -> None:
    page = opens("/", viewport={"width": width, "height": 844})
    for topic in ("two-pointers", "data-structure-design", "star-method"):
        cell = f'.heat a[href="/topics/{topic}"]'
        page.locator(cell).focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        within(page, cell)
        page.locator(cell).hover()
        within(page, cell)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Viterbi Never met Lesson").click()
    page.wait_for_url("**/topics/viterbi")


def test_the_library_is_searched_as_one_types(opens: Opens) -> None:
    page = opens("/library")
    page.keyboard.press("/")
    page.keyboard.type("viterbi")
    expect(page.locator("#found-here [data-row]").first).to_have_text("Viterbi")
    expect(page.get_by_role("heading", name="To practice")).to_be_hidden()
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("heading", name="To practice")).to_be_visible()
    page.keyboard.press("Escape")


def test_every_key_of_the_help_is_there_on_every_page(opens: Opens) -> None:
    page = opens("/library")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keyboard")
    for words in ("Next and previous page", "Search what is here, else everything", "All problems", "Go to any page"):
        expect(help_.get_by_text(words)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    page.wait_for_url("**/problems")
