"""Keys and clicks of a review that must not do what nobody meant."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from sharpen.domain.item import ItemKind
from sharpen.domain.session import Entry, Session
from sharpen.practice import Workspace
from sharpen.practice.day import listing, session
from tests.looking import look

from .conftest import Opens
from .test_review import ECHO

SHORTCUTS = "usbepjk"
ASIDE = 1000
"""Milliseconds after which a plain letter may suspend or bury again."""


def queued(workspace: Workspace, *kinds: ItemKind) -> None:
    """A session of the day with cards of these kinds in turn."""
    cards = list(workspace.library.cards.index().values())
    items = []
    for kind in kinds:
        items.append(next(item for item in cards if item.kind is kind and item not in items))
    with workspace.writing() as work:
        queue = tuple(Entry(item, seed) for seed, item in enumerate(items))
        work.review_sessions.put(Session(workspace.learner, "", datetime.now(UTC), queue))


def untouched(page: Page, workspace: Workspace) -> bool:
    """Whether nothing was done in the session: neither a card set aside nor the page left."""
    progress = look(workspace, session.current).progress
    return not progress.can_undo and page.url.endswith("/review") and not page.locator("[data-note][open]").count()


@pytest.mark.parametrize("typed", ["5 bits", "12 samples", "sqrt(2)", "about 3", *(f"5 {key}" for key in SHORTCUTS)])
def test_letters_are_text_where_a_number_is_typed(opens: Opens, workspace: Workspace, typed: str) -> None:
    queued(workspace, *[ItemKind.NUMERIC] * 3)
    page = opens("/review")
    expect(page.locator("#typed")).to_be_focused()
    for letters in (typed, typed.upper()):
        page.locator("#typed").fill("")
        page.keyboard.type(letters)
        expect(page.locator("#typed")).to_have_value(letters)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("is not a number")
    expect(page.locator("#typed")).to_have_value(typed.upper())
    assert untouched(page, workspace)


def test_a_letter_that_begins_a_word_is_text_and_with_shift_it_acts(opens: Opens, workspace: Workspace) -> None:
    queued(workspace, *[ItemKind.NUMERIC] * 3)
    page = opens("/review")
    first = page.locator("review-card").get_attribute("data-key")
    for letter in "sbe":
        page.keyboard.press(letter)
        expect(page.locator("#typed")).to_have_value(letter)
        page.keyboard.press("Backspace")
    assert untouched(page, workspace)
    for key, name in (("Shift+S", "Suspend"), ("Shift+B", "Bury"), ("Shift+E", "Note")):
        expect(page.locator(".tools .button", has_text=name).locator("kbd").first).to_have_text(
            key.replace("Shift+", "⇧")
        )
    page.keyboard.press("Shift+S")
    expect(page.locator(f'review-card[data-key="{first}"]')).to_have_count(0)
    assert len(look(workspace, listing.suspended)) == 1
    page.keyboard.press("u")
    page.locator(f'review-card[data-key="{first}"]').wait_for()
    assert look(workspace, listing.suspended) == []


@pytest.mark.parametrize("word", ["sbs", "bits", "samples", "obscure"])
def test_a_word_typed_past_a_field_sets_one_card_aside_at_most(opens: Opens, workspace: Workspace, word: str) -> None:
    queued(workspace, *[ItemKind.RECALL] * 6)
    page = opens("/review")
    began = page.evaluate("performance.now()")
    for letter in word:
        page.keyboard.press(letter)
        page.wait_for_timeout(50)
    took = page.evaluate("performance.now()") - began
    page.wait_for_timeout(ECHO)
    if took < ASIDE:  # else the machine was too busy to type it as one word
        assert look(workspace, session.current).progress.left >= 5
    assert page.url.endswith("/review")


def test_a_click_too_many_takes_nothing_back(opens: Opens, workspace: Workspace) -> None:
    queued(workspace, ItemKind.ORDER)
    page = opens("/review")
    places = page.locator("[data-step] select")
    count = places.count()
    for row in page.locator("[data-step]").all():
        row.locator("kbd").click()
    assert [place.input_value() for place in places.all()] == [str(n + 1) for n in range(count)]
    page.locator("[data-step]").first.locator("kbd").click()
    assert places.first.input_value() == "1"
    page.locator("#check").click()
    expect(page.locator("review-card[data-answered]")).to_be_visible()


def test_an_order_that_is_not_complete_stays_as_it_is(opens: Opens, workspace: Workspace) -> None:
    queued(workspace, ItemKind.ORDER)
    page = opens("/review")
    places = page.locator("[data-step] select")
    count = places.count()
    places.nth(1).select_option("1")
    places.nth(0).select_option("2")
    page.locator("#check").click()
    expect(page.get_by_role("alert")).to_contain_text(f"{count - 2} step")
    assert [place.input_value() for place in places.all()] == ["2", "1", *[""] * (count - 2)]


def test_a_step_that_is_moved_changes_places(opens: Opens, workspace: Workspace) -> None:
    queued(workspace, ItemKind.ORDER)
    page = opens("/review")
    places = page.locator("[data-step] select")
    count = places.count()
    for row in page.locator("[data-step]").all():
        row.locator("kbd").click()
    places.first.select_option(str(count))
    assert [place.input_value() for place in places.all()] == [str(count), *map(str, range(2, count)), "1"]


def test_a_step_is_dragged_to_its_place_and_the_answer_shows_what_is_to_be_moved(
    opens: Opens, workspace: Workspace
) -> None:
    queued(workspace, ItemKind.ORDER)
    page = opens("/review")
    rows = page.locator("[data-step]")
    boxes = [row.bounding_box() for row in rows.all()]
    first, last = boxes[0], boxes[-1]
    assert first
    assert last
    x, start, end = first["x"] + 200, first["y"] + 10, last["y"] + last["height"] - 4
    page.mouse.move(x, start)
    page.mouse.down()
    page.mouse.move(x, end, steps=30)
    page.mouse.up()
    count = len(boxes)
    places = [place.input_value() for place in page.locator("[data-step] select").all()]
    assert places == [str(count), *map(str, range(1, count))]
    moved = rows.first.bounding_box()
    assert moved
    assert moved["y"] > first["y"] + 2 * first["height"], "it is seen where it was dropped"
    page.keyboard.press("Enter")
    expect(page.locator("review-card[data-answered]")).to_be_visible()
    asked = look(workspace, session.current).asked
    assert asked
    assert asked.judged
    expect(page.locator(".shift li")).to_have_count(0 if asked.judged.right else 2 * count)
    expect(page.locator(".options [data-state=wrong]")).to_have_count(sum(asked.judged.moved))
