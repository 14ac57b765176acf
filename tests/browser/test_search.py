"""Search from anywhere, by keyboard."""

import pytest
from playwright.sync_api import expect

from .conftest import Opens
from .test_pages import barriers


@pytest.mark.parametrize("path", ["/", "/review", "/problems/k-means", "/topics/k-means", "/nowhere"])
@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_search_opens_everywhere_and_leads_there(opens: Opens, path: str, key: str) -> None:
    page = opens(path)
    page.keyboard.press(key)
    field = page.get_by_role("dialog", name="Search").get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("viterbi")
    rows = page.locator("#search-dialog [data-row]")
    expect(rows.first).to_have_text("Viterbi")
    page.keyboard.press("ArrowDown")
    expect(rows.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    page.keyboard.press(key)
    expect(field).to_have_value("viterbi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/topics/viterbi")


def test_search_from_within_the_editor(opens: Opens) -> None:
    page = opens("/problems/k-means")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Search").get_by_role("searchbox")).to_be_focused()


def test_the_page_of_the_search(opens: Opens) -> None:
    page = opens("/search")
    page.get_by_role("searchbox", name="Search everything").fill("kmeans")
    page.wait_for_url("**/search?q=kmeans")
    expect(page.locator("#found [data-row]").first).to_have_text("k-means")
    page.reload()
    expect(page.locator("#found [data-row]").first).to_have_text("k-means")
    assert barriers(page) == []


def test_the_page_without_scripts(opens: Opens) -> None:
    page = opens("/", java_script_enabled=False)
    page.goto("/search")
    page.get_by_role("searchbox", name="Search everything").fill("knn")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="k-nearest neighbors").first.click()
    page.wait_for_url("**/topics/k-nearest-neighbors")
