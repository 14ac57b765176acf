"""The page of a problem holds together: whatever its width, its state and its messages."""

import shutil

import pytest
from playwright.sync_api import Page, expect

from sharpen.practice import Workspace
from sharpen.practice.solving import drafts

from .conftest import Opens, Serving
from .test_solving import FORGETS_EMPTY_CLUSTERS, title, write

WIDTHS = (320, 390, 640, 720, 860, 861, 960, 1024, 1120, 1280, 1366, 1440, 1920)
LONGEST = "linear-regression-gradient-descent"
SCRIBBLES = """
right = k_means


def k_means(X, centers, max_iter):
    answer = right(X, centers, max_iter)
    X[:] = 0
    return answer
"""
"""A right answer that changes what it was given."""
WHOLE = """button => {
  button.scrollIntoView({ block: "nearest" });
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const edges = [[left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]];
  return edges.every(([x, y]) => button.contains(document.elementFromPoint(x, y)))
    && button.scrollWidth <= button.clientWidth;
}"""
"""Whether a button can be seen and pressed from edge to edge."""
APART = """editor => {
  editor.scrollIntoView({ block: "start" });
  const head = editor.querySelector(".panel-head").getBoundingClientRect();
  const code = editor.querySelector("code-editor").getBoundingClientRect();
  const message = editor.querySelector("[data-saved]");
  const shown = message.getBoundingClientRect();
  return code.top >= head.bottom - 1 && message.scrollWidth <= message.clientWidth + 1
    && (!message.textContent || (shown.top >= head.top && shown.bottom <= head.bottom && shown.right <= innerWidth));
}"""
"""Whether the head of the editor covers no code and holds the whole message."""


def lowest(page: Page) -> int:
    """How far the window can be scrolled down, in pixels, by any means."""
    page.evaluate("scrollTo(0, 1e6); for (const one of document.querySelectorAll('.sr, .check')) one.scrollIntoView()")
    return page.evaluate("Math.max(scrollY, document.body.scrollTop, document.querySelector('main').scrollTop)")


def assert_reachable(page: Page, state: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900 if width > 500 else 640})
        for button in ("[data-run]", "[data-submit]"):
            assert page.locator(button).evaluate(WHOLE), f"{button}, {state}, {width} px"
        assert page.locator("#editor").evaluate(APART), f"{state}, {width} px"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{state}, {width} px"


def test_run_and_submit_are_whole_at_every_width(opens: Opens, workspace: Workspace, serving: Serving) -> None:
    drafts.save(workspace, LONGEST, "mine = 1", (), seconds=5025)
    page = opens(f"/problems/{LONGEST}")
    assert_reachable(page, "an hour on the clock")
    page.locator("[data-reset]").scroll_into_view_if_needed()
    page.locator("[data-reset]").click()
    expect(page.locator("[data-saved]")).to_have_text("Reset to the starter")
    expect(page.locator("[data-undo]")).to_be_visible()
    assert_reachable(page, "reset")
    write(page, "mine = 2")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert_reachable(page, "saved")
    serving.stop()
    write(page, "mine = 3")
    expect(page.locator("[data-strip]")).to_have_attribute("data-state", "failed")
    assert_reachable(page, "not saved")
    serving.start()


def test_run_and_submit_are_whole_at_twice_the_size(opens: Opens) -> None:
    page = opens(f"/problems/{LONGEST}", viewport={"width": 720, "height": 450}, device_scale_factor=2)
    for button in ("[data-run]", "[data-submit]"):
        assert page.locator(button).evaluate(WHOLE)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_verdict_does_not_stretch_the_page(opens: Opens, scripts: bool) -> None:
    page = opens("/problems/k-means", java_script_enabled=scripts)
    if scripts:
        write(page, FORGETS_EMPTY_CLUSTERS)
    else:
        page.get_by_role("textbox", name="Your code").fill(FORGETS_EMPTY_CLUSTERS)
    page.get_by_role("button", name="Submit").click()
    assert title(page) == "Not yet"
    assert lowest(page) == 0
    page.locator(".skip", has_text="verdict").focus()
    page.keyboard.press("Enter")
    assert lowest(page) == 0
    expect(page.locator(".topbar")).to_be_in_viewport(ratio=1)


def test_a_trial_is_added_after_a_run(opens: Opens) -> None:
    page = opens("/problems/k-means")
    page.locator("label", has_text="Your trials").click()
    for count in (2, 3):
        page.get_by_role("button", name="Run").click()
        expect(page.locator(".result")).to_have_count(count - 1)
        page.get_by_role("button", name="Add a trial").click()
        expect(page.locator("textarea[name=trial]:visible")).to_have_count(count)
        expect(page.get_by_role("textbox", name=f"Trial {count}")).to_be_focused()
        page.keyboard.insert_text("k_means([[1.0]], [[0.0]], 1)")
    page.get_by_role("button", name="Run").click()
    expect(page.locator(".result")).to_have_count(3)
    for count in (2, 1):
        page.get_by_role("button", name="Remove trial 1").click()
        expect(page.locator("textarea[name=trial]:visible")).to_have_count(count)
    page.get_by_role("button", name="Remove trial 1").click()
    expect(page.get_by_role("textbox", name="Trial 1")).to_have_value("")


def test_a_failed_check_and_its_picture_are_one_story(opens: Opens, solution: str) -> None:
    page = opens("/problems/k-means")
    write(page, FORGETS_EMPTY_CLUSTERS)
    page.get_by_role("button", name="Submit").click()
    assert title(page) == "Not yet"
    for side in page.locator("#verdict .grid-side").all()[:2]:
        expect(side).to_be_in_viewport(ratio=1)
    expect(page.locator("#verdict .evidence .input pre").first).to_be_in_viewport()
    expect(page.locator("#verdict figcaption")).to_have_text("Input of: A center without points stays where it is")
    write(page, f"{solution}\n{SCRIBBLES}")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#verdict .failed .check-name").first).to_contain_text("not modified")
    assert title(page) == "Not yet"
    expect(page.locator("#verdict .pictured")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_find_and_line_numbers_can_be_read(opens: Opens, scheme: str) -> None:
    page = opens("/problems/k-means", color_scheme=scheme)
    write(page, "word = 1  # " + "long " * 60)
    page.keyboard.press("Control+f")
    parts = page.locator(".cm-search").locator("input[type=text], input.cm-textfield, button, label")
    expect(parts.first).to_be_visible()
    assert parts.count() > 8
    for part in parts.all():
        assert part.evaluate(CONTRAST) >= 4.5, part.evaluate("one => one.outerHTML")
    scroller = page.locator(".cm-scroller")
    scroller.evaluate("scroller => { scroller.scrollLeft = 300 }")
    assert scroller.evaluate("scroller => scroller.scrollLeft") == 300
    gutters = page.locator(".cm-gutters")
    assert gutters.evaluate("one => !/, 0\\)|\\/ 0\\)|transparent/.test(getComputedStyle(one).backgroundColor)")


CONTRAST = """one => {
  const paint = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  const layers = [];
  for (let at = one; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
  const light = colors => {
    for (const color of colors) { paint.fillStyle = color; paint.fillRect(0, 0, 1, 1); }
    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map(
      part => part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(layers), light([...layers, getComputedStyle(one).color])].sort((a, b) => a - b);
  return getComputedStyle(one).backgroundImage === "none" ? (high + 0.05) / (low + 0.05) : 0;
}"""
"""The contrast of an element's text with what lies under it, by the formula of WCAG 2."""


def test_what_an_example_prints_has_no_lines_of_its_own(opens: Opens) -> None:
    """Pygments marks output with a class of its own, which the page must not lay out as anything else."""
    page = opens("/problems/k-means")
    printed = page.locator("#reading pre .go")
    assert printed.count() > 2
    assert {one.evaluate("one => getComputedStyle(one).display") for one in printed.all()} == {"inline"}


def test_a_tab_that_cannot_be_had_says_so_where_it_was_chosen(opens: Opens, serving: Serving) -> None:
    page = opens("/problems/k-means")
    serving.stop()
    page.get_by_role("link", name="Hints").click()
    expect(page.locator("#reading [data-lost]")).to_contain_text("sharpen does not answer")
    serving.start()
    expect(page.locator("[data-lost]")).to_have_count(0)
    page.get_by_role("link", name="Hints").click()
    expect(page.locator("#tab-hints")).to_have_attribute("aria-current", "true")


def test_names_in_a_verdict_are_set_as_code(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "x = 1")
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#verdict .why code")).to_have_text("k_means")


def test_nothing_moves_when_the_picture_of_the_example_arrives(opens: Opens, workspace: Workspace) -> None:
    assert workspace.cache
    shutil.rmtree(workspace.cache / "pictures", ignore_errors=True)  # other tests of this worker may have drawn it
    page = opens("/problems/shortest-cover", viewport={"width": 1440, "height": 500})  # below: not asked for yet
    below = page.get_by_role("heading", name="Constraints")
    before = below.evaluate("e => e.offsetTop")
    picture = page.locator(".sketch img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.sketch img').naturalWidth > 0")
    assert below.evaluate("e => e.offsetTop") == before
    page.reload()
    page.locator(".sketch img").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.sketch img').naturalWidth > 0")
    assert below.evaluate("e => e.offsetTop") < before  # as large as it is, now that this is known


def test_one_key_skips_the_question_before_the_solution(opens: Opens) -> None:
    page = opens("/problems/shortest-cover?tab=solution")
    page.get_by_role("button", name="Show me the solution").click()
    expect(page.get_by_role("heading", name="What does the best answer cost?")).to_be_visible()
    page.get_by_role("button", name="Check, and open").click()  # nothing is chosen: the browser says so
    expect(page.get_by_role("heading", name="What does the best answer cost?")).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator("#reading pre").first).to_contain_text("def shortest_cover")
