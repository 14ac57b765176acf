"""The list of readings in a browser: narrowed while one types, marked by keys, noted, and nothing of a note is lost."""

from playwright.sync_api import Page, expect

from sharpen.domain.passage import Typed
from sharpen.domain.reading import ReadingMark
from sharpen.practice import Workspace
from sharpen.practice.topics import readings
from tests.looking import look

from .conftest import Opens, Serving
from .test_pages import barriers

ONE, OTHER = "linkedin-xlnt", "uber-deepeta"


def kept(workspace: Workspace, reading: str = ONE) -> ReadingMark:
    return look(workspace, lambda work: readings.mark_of(work, reading))


def shown(page: Page) -> int:
    return page.locator("[data-reading]:visible").count()


def test_the_list_is_narrowed_and_the_address_keeps_it(opens: Opens, workspace: Workspace) -> None:
    readings.mark(workspace, OTHER, read=True)
    page = opens("/readings")
    assert shown(page) == 76
    expect(page.locator("[data-read-count]")).to_have_text("1")
    page.locator("form#readings").get_by_text("Uber").click()
    expect(page.locator("[data-reading]:visible")).to_have_count(1)
    page.get_by_label("Only unread").check()
    expect(page.get_by_text("No reading matches")).to_be_visible()
    page.locator("form#readings").get_by_text("All", exact=True).click()
    page.get_by_role("searchbox", name="Search the readings").fill("two towers")
    expect(page.locator("#linkedin-two-tower-retrieval")).to_be_visible()
    expect(page.locator(f"#{ONE}")).to_be_hidden()
    page.wait_for_url("**/readings?q=two+towers&unread=1")
    before = shown(page)
    page.reload()
    assert shown(page) == before
    assert barriers(page) == []


def test_marks_and_notes_by_keyboard_alone(opens: Opens, workspace: Workspace) -> None:
    page = opens(f"/readings#{ONE}")
    title = page.locator(f"#{ONE} [data-row]")
    expect(title).to_be_focused()
    page.keyboard.press("m")
    button = page.locator(f"#{ONE} [data-mark] button")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-read-count]")).to_have_text("1")
    page.keyboard.press("n")
    field = page.locator(f"#{ONE} textarea")
    expect(field).to_be_focused()
    page.keyboard.type("Ramps **apart** from releases, jk")
    expect(page.locator(f"#{ONE} [data-saved]")).to_have_text("Saved")
    page.keyboard.press("Escape")
    expect(title).to_be_focused()
    expect(page.locator(f"#{ONE} [data-note] strong")).to_have_text("apart")
    assert (kept(workspace).read, kept(workspace).note.text) == (True, "Ramps **apart** from releases, jk")
    page.keyboard.press("m")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("j")
    expect(title).not_to_be_focused()
    assert barriers(page) == []


def test_a_note_typed_elsewhere_is_asked_about_and_one_typed_offline_comes_back(
    opens: Opens, workspace: Workspace, serving: Serving
) -> None:
    page = opens(f"/readings#{ONE}")
    item = page.locator(f"#{ONE}")
    item.get_by_text("Note", exact=True).click()
    field = item.locator("textarea")
    field.fill("Mine")
    expect(item.locator("[data-saved]")).to_have_text("Saved")
    readings.save_note(workspace, ONE, Typed("note", "Theirs", kept(workspace).note.version, "z.1"))
    field.fill("Mine, longer")
    expect(item.get_by_text("This note changed elsewhere.")).to_be_visible()
    item.get_by_role("button", name="Keep mine").click()
    expect(item.locator("[data-saved]")).to_have_text("Saved")
    assert (kept(workspace).note.text, kept(workspace).aside[0].text) == ("Mine, longer", "Theirs")
    serving.stop()
    field.fill("Typed while nobody answers")
    expect(item.get_by_text("A copy is kept in this browser.")).to_be_visible()
    serving.start()
    page.reload()
    expect(page.locator(f"#{ONE} textarea")).to_have_value("Typed while nobody answers")
    page.wait_for_function(f"() => !Object.keys(localStorage).some(key => key.startsWith('reading:{ONE}'))")
    assert kept(workspace).note.text == "Typed while nobody answers"


def test_what_is_marked_elsewhere_shows_when_one_comes_back(opens: Opens, workspace: Workspace) -> None:
    page = opens("/readings")
    readings.mark(workspace, ONE, read=True)
    readings.add_to_note(workspace, ONE, "From the *terminal*")
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator(f"#{ONE} [data-mark] button")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#{ONE} [data-note] em")).to_have_text("terminal")


def test_the_search_leads_to_a_reading_also_from_the_list_itself(opens: Opens) -> None:
    page = opens("/readings?company=Uber")
    page.keyboard.press("Control+k")
    page.keyboard.type("XLNT platform")
    row = page.locator(f'#search-dialog a[href="/readings#{ONE}"]')
    row.click()
    expect(page.locator(f"#{ONE} [data-row]")).to_be_focused()
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()


def test_without_scripts_readings_are_narrowed_marked_and_noted(opens: Opens, workspace: Workspace) -> None:
    page = opens("/readings?q=xlnt", java_script_enabled=False)
    assert shown(page) == 1
    item = page.locator(f"#{ONE}")
    item.get_by_role("button", name="Read:").click()
    assert kept(workspace).read
    item.locator("summary").first.click()
    item.locator("textarea").fill("Kept")
    item.get_by_role("button", name="Save").click()
    page.wait_for_url(f"**/readings#{ONE}")
    assert kept(workspace).note.text == "Kept"


def test_the_list_fits_a_phone(opens: Opens) -> None:
    for scheme in ("light", "dark"):
        page = opens("/readings", viewport={"width": 390, "height": 844}, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.locator(f"#{ONE} summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert barriers(page) == []
