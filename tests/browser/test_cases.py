"""A sitting in a real browser: what is typed and drawn survives a crash, other tabs and a server that is down."""

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from sharpen.domain.passage import Typed
from sharpen.domain.sitting import Sitting
from sharpen.practice import Workspace
from sharpen.practice.design import sittings
from tests.looking import look
from tests.sampling import of_today

from .conftest import Opens, Serving
from .test_pages import LOOKS, barriers

SLUG = "ads-click-ranking"
CASE = f"/cases/{SLUG}"


@pytest.fixture
def sitting(workspace: Workspace) -> Sitting:
    return sittings.start(workspace, SLUG)


def kept(workspace: Workspace, sitting: Sitting) -> Sitting:
    return look(workspace, lambda work: sittings.find(work, SLUG, sitting.id))


def notes(page: Page, step: str = "problem") -> Locator:
    return page.locator(f"textarea[name={step}]")


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text("Saved")


def pane(page: Page, name: str) -> None:
    page.locator(".panes").get_by_text(name, exact=True).click()


def strip(page: Page) -> Locator:
    return page.locator("[data-strip]")


def draw(page: Page) -> None:
    """A rectangle in the middle of the board."""
    expect(page.locator("white-board")).to_have_attribute("data-ready", "true")
    box = page.locator(".board-sheet").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.keyboard.press("r")
    page.mouse.move(x, y - 40)
    page.mouse.down()
    page.mouse.move(x + 90, y + 40, steps=5)
    page.mouse.up()


def drawn(scene: str) -> list[str]:
    return [one["type"] for one in json.loads(scene)["elements"]] if scene else []


def test_a_sitting_by_the_keyboard_from_the_list_to_the_last_tick(opens: Opens, workspace: Workspace) -> None:
    page = opens("/cases")
    for _ in workspace.library.cases:
        page.keyboard.press("j")
        if str(page.evaluate("document.activeElement.href")).endswith(SLUG):
            break
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Start").press("Enter")
    expect(page.locator("form#sitting")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("What is the peak QPS?")
    page.keyboard.press("Enter")
    expect(page.locator(".answered")).to_contain_text("Two billion a day")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type("Is there a moon?")
    page.keyboard.press("Enter")
    expect(page.locator(".unheard")).to_contain_text("Nothing here matches that")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.insert_text("The *chance* of a click")
    saved(page)
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    notes(page, "cells").focus()
    page.keyboard.insert_text("peak_qps = 3 * 2e9 / day -> QPS\nlatency = 1 ms + 1 GB")
    expect(page.locator(".results")).to_contain_text("69,444 QPS")
    expect(page.locator(".cell-errors")).to_contain_text("Line 2")
    saved(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-finish]").press("Enter")
    expect(page.locator(".yours").first).to_contain_text("The chance of a click")
    expect(page.locator("#score-problem").first).to_contain_text("2 of 8")
    page.locator("[name='point.task'][value='1']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#score-problem").first).to_contain_text("4 of 8")
    expect(page.locator("#score-all").first).to_have_text("4 of 56")
    (held,) = look(workspace, lambda work: work.sittings.summaries(SLUG))
    assert held.ticks == {"load": 2, "task": 2}


def test_a_crash_of_the_page_keeps_what_was_typed(
    opens: Opens, workspace: Workspace, serving: Serving, sitting: Sitting
) -> None:
    page = opens(CASE)
    notes(page).fill("before")
    saved(page)
    serving.stop()
    notes(page).fill("before, and an hour of work")
    notes(page, "model").fill("and a model")
    expect(strip(page)).to_contain_text("sharpen does not answer. A copy is kept in this browser.")
    crashed = page.context.new_page()
    page.close()
    serving.start()
    crashed.goto(CASE)
    expect(notes(crashed)).to_have_value("before, and an hour of work")
    expect(notes(crashed, "model")).to_have_value("and a model")
    crashed.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('sitting:'))")
    assert kept(workspace, sitting).text("problem") == "before, and an hour of work"
    assert kept(workspace, sitting).text("model") == "and a model"
    assert kept(workspace, sitting).aside == ()


def test_a_server_that_comes_back_is_given_what_was_typed(
    opens: Opens, workspace: Workspace, serving: Serving, sitting: Sitting
) -> None:
    page = opens(CASE)
    serving.stop()
    notes(page).fill("while it was down")
    expect(strip(page)).to_contain_text("Not saved yet")
    serving.start()
    saved(page)
    expect(strip(page)).to_be_hidden()
    assert kept(workspace, sitting).text("problem") == "while it was down"


@pytest.mark.parametrize("mine", [False, True], ids=["take that", "keep mine"])
def test_of_what_two_tabs_typed_one_is_chosen_and_both_are_kept(
    opens: Opens, workspace: Workspace, sitting: Sitting, mine: bool
) -> None:
    first = opens(CASE)
    second = first.context.new_page()
    second.goto(CASE)
    second.wait_for_load_state("networkidle")
    notes(second).fill("theirs")
    notes(second, "data").fill("of another step")
    saved(second)
    notes(first).fill("mine")
    expect(strip(first)).to_contain_text("Problem changed in another tab")
    strip(first).get_by_role("button", name="Keep mine" if mine else "Take that").click()
    expect(strip(first)).to_be_hidden()
    front, other = ("mine", "theirs") if mine else ("theirs", "mine")
    expect(notes(first)).to_have_value(front)
    saved(first)
    first.evaluate("dispatchEvent(new Event('focus'))")
    expect(notes(first, "data")).to_have_value("of another step")
    now = kept(workspace, sitting)
    assert (now.text("problem"), [each.text for each in now.aside]) == (front, [other])
    first.reload()
    expect(notes(first)).to_have_value(front)
    first.get_by_text("1 text put aside").click()
    first.get_by_role("button", name="Bring it back").click()
    expect(notes(first)).to_have_value(other)


def test_the_board_is_fetched_when_opened_saved_as_one_draws_and_there_again(
    opens: Opens, workspace: Workspace, sitting: Sitting
) -> None:
    page = opens(CASE)
    loaded = "performance.getEntriesByType('resource').filter(one => /\\/board-/.test(one.name)).length"
    assert page.evaluate(loaded) == 0
    pane(page, "Board")
    draw(page)
    expect(page.locator("[data-saved]")).to_have_text("")
    saved(page)
    assert drawn(kept(workspace, sitting).text("board")) == ["rectangle"]
    page.reload()
    pane(page, "Board")
    expect(page.locator("white-board")).to_have_attribute("data-ready", "true")
    assert drawn(page.locator("textarea[name=board]").input_value()) == ["rectangle"]
    # What another tab draws is shown here, where nothing was drawn since.
    other = page.locator("textarea[name=board]").input_value().replace('"rectangle"', '"ellipse"')
    here = kept(workspace, sitting)
    typed = Typed("board", other, here.passage("board").version, "zz.1")
    sittings.save(workspace, SLUG, sitting.id, typed)
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.wait_for_function("() => document.querySelector('textarea[name=board]').value.includes('ellipse')")
    draw(page)
    page.wait_for_function("() => document.querySelector('textarea[name=board]').value.includes('rectangle')")
    saved(page)
    assert drawn(kept(workspace, sitting).text("board")) == ["ellipse", "rectangle"]


def test_what_is_typed_in_the_last_moment_is_saved_before_time_is_called(
    opens: Opens, workspace: Workspace, sitting: Sitting
) -> None:
    page = opens(CASE)
    page.on("dialog", lambda dialog: dialog.accept())
    notes(page).fill("in the last moment")
    page.locator("[data-finish]").click()
    expect(page.locator(".yours").first).to_contain_text("in the last moment")
    done = kept(workspace, sitting)
    assert done.finished is not None
    assert (done.text("problem"), done.aside) == ("in the last moment", ())


def test_the_clock_runs_and_the_pace_moves_on(opens: Opens, workspace: Workspace, sitting: Sitting) -> None:
    sittings.spend(workspace, SLUG, sitting.id, 6 * 60 + 43)
    page = opens(CASE)
    current = page.locator(".pace [aria-current=step]")
    expect(current).to_contain_text("Problem")
    page.mouse.move(5, 5)
    expect(current).to_contain_text("Metrics")
    sittings.spend(workspace, SLUG, sitting.id, 46 * 60)
    page.reload()
    expect(page.locator("form#sitting")).to_have_attribute("data-over", "")


def test_nothing_is_wider_than_a_telephone(opens: Opens, workspace: Workspace, sitting: Sitting) -> None:
    page = opens(CASE, viewport={"width": 390, "height": 844})
    wide = "document.documentElement.scrollWidth"
    for name in ("Notes", "Numbers", "Board"):
        pane(page, name)
        assert page.evaluate(wide) == 390, name
    notes(page).evaluate("field => field.focus()")
    sittings.save(workspace, SLUG, sitting.id, Typed("cells", f"latency = {'1 ms + ' * 40}1 ms"), over=True)
    for path in (f"{CASE}/sittings/{sitting.id}", CASE, "/cases"):
        page.goto(path)
        assert page.evaluate(wide) == 390, path


def test_on_paper_stands_what_one_wrote(opens: Opens, workspace: Workspace, sitting: Sitting) -> None:
    typed = [Typed("problem", "The chance of a click"), Typed("cells", "latency = 120 ms")]
    sittings.ask(workspace, SLUG, sitting.id, "traffic")
    sittings.save(workspace, SLUG, sitting.id, *typed, over=True)
    page = opens(f"{CASE}/sittings/{sitting.id}")
    page.emulate_media(media="print")
    for shown in ("The chance of a click", "latency = 120 ms", "Two billion a day."):
        expect(page.get_by_text(shown).last).to_be_visible()
    for hidden in (".theirs", ".rubric", ".topbar", ".foot", ".tallies", ".follow-ups", ".missed", "#after-data"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_without_scripts_one_can_sit_at_a_case(opens: Opens, workspace: Workspace, sitting: Sitting) -> None:
    page = opens(CASE, java_script_enabled=False)
    page.locator("#question").fill("What is the peak QPS?")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".answered")).to_contain_text("Two billion a day")
    notes(page).fill("typed by hand")
    page.get_by_role("button", name="Save").click()
    expect(notes(page)).to_have_value("typed by hand")
    pane(page, "Board")
    page.get_by_label("Sketch in words").fill("boxes and arrows")
    page.get_by_role("button", name="Finish").click()
    expect(page.locator(".typed")).to_have_text("boxes and arrows")
    page.locator("[name='point.task'][value='2']").check()
    page.get_by_role("button", name="Keep these ticks").first.click()
    expect(page.locator("#score-problem").first).to_contain_text("2 of 8")
    assert kept(workspace, sitting).text("problem") == "typed by hand"


@pytest.mark.parametrize("look", of_today(["light", "dark", "narrow"], 1))
def test_axe_finds_nothing_serious(opens: Opens, workspace: Workspace, sitting: Sitting, look: str) -> None:
    cells = Typed("cells", "latency = 120 ms\nx = 1 ms + 1 GB")
    sittings.save(workspace, SLUG, sitting.id, Typed("problem", "## A heading\n\nof *mine*"), cells)
    sittings.save(workspace, SLUG, sitting.id, Typed("problem", "beside", edit="b.1"))
    sittings.ask(workspace, SLUG, sitting.id, "traffic")
    sittings.ask_freely(workspace, SLUG, sitting.id, "An ad in a day?")
    page = opens(CASE, **LOOKS[look])
    found = {"notes": barriers(page)}
    pane(page, "Numbers")
    found["numbers"] = barriers(page)
    sittings.finish(workspace, SLUG, sitting.id)
    second = sittings.start(workspace, SLUG).id
    sittings.finish(workspace, SLUG, second)
    here = f"{CASE}/sittings/{sitting.id}"
    for path in ("/cases", CASE, here, f"{CASE}/compare?a={sitting.id}&b={second}"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found[path] = barriers(page)
    assert {path: rows for path, rows in found.items() if rows} == {}


def test_ticks_as_fast_as_one_likes(opens: Opens, workspace: Workspace, sitting: Sitting) -> None:
    sittings.finish(workspace, SLUG, sitting.id)
    page = opens(f"{CASE}/sittings/{sitting.id}")
    waiting: list[Route] = []
    page.route("**/ticks", lambda route: waiting.append(route), times=1)
    earned = page.locator("input[value='2']")
    for each in earned.all():
        each.check()
    waiting[0].continue_()  # the first was on its way all the while
    points = 2 * earned.count()
    expect(page.locator("#score-all").first).to_have_text(f"{points} of 56")
    assert sum(kept(workspace, sitting).ticks.values()) == points
