"""A deck brought from Anki in the browser: its images are seen, within their card, in light and dark."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.anki.packages import Deck

from .conftest import Opens


@pytest.mark.parametrize("width", [1440, 390])
def test_an_image_is_seen_within_its_card(opens: Opens, tmp_path: Path, width: int) -> None:
    file = io.BytesIO()
    Image.new("RGB", (2000, 1500), "teal").save(file, "PNG")
    notes = [("What is this?<br><img src=roc.png alt='A curve'>", "\\[a = b\\] and \\[c\\]")]
    package = Deck(notes=notes, media={"roc.png": file.getvalue()}).write(tmp_path / "deck.apkg", "anki21b")
    page = opens("/anki", viewport={"width": width, "height": 800})
    page.get_by_label("File from Anki").set_input_files(package)
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_role("heading", name="1 card added")).to_be_visible()
    expect(page.get_by_text("sharpen restore")).to_be_visible()
    page.goto("/review?topic=anki/Learn::Math")
    image = page.get_by_role("img", name="A curve")
    expect(image).to_be_visible()
    page.wait_for_function("() => document.querySelector('img.brought').naturalWidth === 2000")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = image.bounding_box()
    assert box
    assert box["height"] <= 0.61 * 800
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator("math[display=block]")).to_have_count(2)


def undone(page: Page, tmp_path: Path) -> None:
    """Import a deck, and undo that."""
    package = Deck(notes=[("Why?", "Because.")]).write(tmp_path / "deck.apkg", "anki21b")
    page.get_by_label("File from Anki").set_input_files(package)
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("heading", name="1 card added")).to_be_visible()
    page.get_by_role("button", name="Undo the import").click()
    expect(page.get_by_text("everything went back to what it was before")).to_be_visible()


@pytest.mark.parametrize("kept", [False, True], ids=["fetched", "from memory"])
def test_back_after_an_undo_offers_no_second_one(
    opens: Opens, browser: Browser, remembering: Browser, tmp_path: Path, kept: bool
) -> None:
    page = opens("/anki", browser=remembering if kept else browser)
    undone(page, tmp_path)
    page.evaluate("history.back()")
    page.wait_for_url("**/anki?imported=*")
    expect(page.get_by_text("everything went back to what it was before")).to_be_visible()
    expect(page.get_by_role("heading", name="1 card added")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo the import")).to_have_count(0)


def test_the_offer_to_undo_is_there_after_a_share_was_saved(opens: Opens, tmp_path: Path) -> None:
    package = Deck(notes=[("Why?", "Because.")]).write(tmp_path / "deck.apkg", "anki21b")
    page = opens("/anki")
    page.get_by_label("File from Anki").set_input_files(package)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_role("button", name="Save for Learn::Math").click()
    page.wait_for_url("**/anki#decks")
    page.get_by_role("button", name="Undo the import").click()
    expect(page.get_by_text("everything went back to what it was before")).to_be_visible()
