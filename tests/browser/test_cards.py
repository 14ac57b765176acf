"""All cards by keyboard, and a card made of a sentence that is selected in a lesson."""

import pytest
from playwright.sync_api import Page, expect

from sharpen.domain.card import MY_CARDS
from sharpen.practice import Workspace
from sharpen.practice.cards import own
from tests.looking import look
from tests.sampling import of_today

from .conftest import Opens
from .test_pages import LOOKS, barriers

OPENED = "[data-opened-card]"


def standing(ws: Workspace, card: str) -> bool:
    known = look(ws, lambda work: work.memories.get(card))
    return bool(known and known.suspended)


def test_cards_are_opened_suspended_and_taken_back_by_keyboard(opens: Opens, workspace: Workspace) -> None:
    page = opens("/cards?topic=k-means")
    first, second = (row.get_attribute("id") for row in page.locator(".cards-table tbody tr").all()[:2])
    assert first
    assert second
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(OPENED)).to_have_attribute("data-opened-card", second.removeprefix("card-"))
    page.keyboard.press("k")
    page.keyboard.press("s")  # on a card that is not the one that is open
    expect(page.locator(OPENED)).to_have_attribute("data-opened-card", first.removeprefix("card-"))
    expect(page.locator(f"{OPENED} [data-state=suspended]")).to_be_visible()
    assert standing(workspace, first.removeprefix("card-"))
    page.keyboard.press("u")
    expect(page.locator(f"{OPENED} [data-state=new]")).to_be_visible()
    assert not standing(workspace, first.removeprefix("card-"))
    page.keyboard.press("Escape")
    expect(page.locator(OPENED)).to_have_count(0)
    expect(page).to_have_url(page.url.split("?")[0] + "?topic=k-means")
    page.reload()
    expect(page.get_by_label("Topic or deck")).to_have_value("k-means")


def test_a_card_that_leaves_the_list_leaves_the_focus_in_it(opens: Opens) -> None:
    page = opens("/cards?topic=k-means&state=new")
    count = page.locator(".cards-table tbody tr").count()
    page.keyboard.press("j")
    page.keyboard.press("s")
    expect(page.locator(".cards-table tbody tr")).to_have_count(count - 1)
    expect(page.locator(".cards-table [data-row]:focus")).to_have_count(1)


def test_the_list_follows_what_is_typed(opens: Opens) -> None:
    page = opens("/cards")
    page.keyboard.press("/")
    page.keyboard.type("centroid manhattan")
    page.wait_for_url("**/cards?q=centroid+manhattan")
    page.get_by_role("searchbox", name="Search cards").fill("why-the-mean")
    expect(page.locator(".cards-table tbody tr")).to_have_count(1)
    page.locator("label", has_text="Suspended").click()
    expect(page.locator("#browser")).to_contain_text("No card matches")


def test_an_own_card_is_written_seen_and_found_after_a_reload(opens: Opens, workspace: Workspace) -> None:
    page = opens("/cards/new")
    page.keyboard.type("What does $k$ stand for?")
    expect(page.locator("#sides .question math")).to_have_count(1)
    page.reload()
    expect(page.get_by_label("Question")).to_have_value("What does $k$ stand for?")
    page.get_by_label("Answer").fill("The number of clusters.")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.get_by_role("status").first).to_contain_text("The card is made")
    (card,) = look(workspace, own.everything)
    page.get_by_role("link", name="Edit").click()
    expect(page).to_have_url(page.url.split("/cards")[0] + f"/cards/{card.id}")
    page.get_by_label("Answer").fill("How many clusters there are.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(OPENED)).to_contain_text("How many clusters there are.")
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("#browser")).to_contain_text("The card was deleted")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(OPENED)).to_contain_text("How many clusters there are.")
    page.goto("/cards/new")
    expect(page.get_by_label("Question")).to_have_value("")


SELECT = """() => {
  const text = document.querySelector("article.lesson p:not(.eyebrow)");
  getSelection().selectAllChildren(text);
  return text.textContent.replace(/\\s+/g, " ").trim().slice(0, 40);
}"""


def test_a_selected_sentence_becomes_a_card(opens: Opens) -> None:
    page = opens("/topics/pca")
    link = page.get_by_role("link", name="Make a card")
    expect(link).to_be_hidden()
    sentence = page.evaluate(SELECT)
    link.click()
    answer = page.get_by_label("Answer").input_value()
    assert answer.startswith(sentence)
    assert "/topics/pca" in answer


def test_on_paper_there_is_the_list_and_the_card(opens: Opens) -> None:
    page = opens("/cards?topic=k-means&open=k-means/why-the-mean")
    page.emulate_media(media="print")
    expect(page.locator(".cards-table tbody tr").first).to_be_visible()
    expect(page.locator(".opened .question")).to_be_visible()
    for screen_only in (".topbar", ".card-filters", ".foot", ".opened .actions"):
        expect(page.locator(screen_only)).to_be_hidden()
    assert page.locator(".opened").evaluate("one => getComputedStyle(one).position") == "static"


def looked_at(page: Page, paths: tuple[str, ...]) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found[path] = barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    return {path: rows for path, rows in found.items() if rows}


@pytest.mark.parametrize("appearance", of_today(["light", "dark", "narrow"], 1))
def test_axe_finds_nothing_serious_and_nothing_is_wider_than_the_page(
    opens: Opens, workspace: Workspace, appearance: str
) -> None:
    card = own.make(workspace, "What?", "That.")
    deleted = own.make(workspace, "Not this.", "No.")
    own.delete(workspace, deleted.id)
    page = opens("/cards", **LOOKS[appearance])
    paths = (
        "/cards",
        f"/cards?topic={MY_CARDS}&open={card.id}",
        "/cards/new",
        f"/cards/{card.id}",
        "/cards/bin",
        "/decks",
        "/settings",
    )
    assert looked_at(page, paths) == {}
