"""Drafts in two tabs, on the way back, when the server refuses or is gone: nothing that was typed is lost."""

import re
from importlib.util import find_spec

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sharpen.domain.attempt import Origin
from sharpen.domain.draft import Aside
from sharpen.practice import Workspace
from sharpen.practice.solving import attempts, draft_versions, drafts
from tests.looking import look

from .conftest import AT_WORK, Opens, Serving

CODE = "/problems/k-means"
DRAFT = f"**{CODE}/draft"


def at_work(page: Page, path: str = CODE) -> Page:
    page.goto(path)
    page.wait_for_function(AT_WORK)
    return page


def code(page: Page) -> str:
    return str(page.locator("code-editor").evaluate("editor => editor.value"))


def shows(page: Page, text: str) -> None:
    page.wait_for_function("text => document.querySelector('code-editor')?.value === text", arg=text)


def write(page: Page, text: str) -> None:
    """Put code in the place of all that is in the editor, by the keyboard."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text("Saved")


def strip(page: Page) -> Locator:
    return page.locator("[data-strip]")


def kept(workspace: Workspace) -> str:
    return look(workspace, drafts.draft, "k-means").source


def aside(workspace: Workspace) -> list[tuple[Aside, str]]:
    return [(each.why, each.source) for each in look(workspace, draft_versions.of_draft, "k-means")]


def returned(page: Page) -> None:
    """What a browser tells a page that is looked at again; a page without a window is never looked away from."""
    page.evaluate("dispatchEvent(new Event('focus'))")


def test_closing_a_tab_does_not_undo_what_was_typed_in_another(opens: Opens, workspace: Workspace) -> None:
    first = opens(CODE)
    write(first, "a = 1")
    saved(first)
    second = at_work(first.context.new_page())
    write(second, "a = 1\nb = 'an hour of work'")
    saved(second)
    sent: list[str] = []
    first.context.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    first.close(run_before_unload=True)
    second.reload()
    shows(second, "a = 1\nb = 'an hour of work'")
    assert kept(workspace) == "a = 1\nb = 'an hour of work'"
    assert [url for url in sent if url.endswith("/draft")] == [], "all of it was saved"


@pytest.mark.parametrize("mine", [False, True], ids=["take that", "keep mine"])
def test_what_was_typed_in_two_tabs_is_chosen_from_and_both_are_kept(
    opens: Opens, workspace: Workspace, mine: bool
) -> None:
    first = opens(CODE)
    second = at_work(first.context.new_page())
    write(second, "theirs = 1")
    saved(second)
    write(first, "mine = 1")
    expect(strip(first)).to_contain_text("Changed in another tab")
    first.keyboard.type("0")  # one may go on typing
    expect(first.locator("[data-saved]")).to_have_text("")
    assert kept(workspace) == "theirs = 1"
    if mine:
        strip(first).get_by_role("button", name="Keep mine").click()
        saved(first)
        front, other, why = "mine = 10", "theirs = 1", Aside.PASSED_OVER
    else:
        strip(first).get_by_role("button", name="Take that").click()
        expect(first.locator("[data-saved]")).to_have_text("Taken from the other tab")
        front, other, why = "theirs = 1", "mine = 10", Aside.ELSEWHERE
    expect(strip(first)).to_be_hidden()
    assert code(first) == front
    assert kept(workspace) == front
    assert aside(workspace) == [(why, other)]
    first.reload()
    shows(first, front)
    expect(strip(first)).to_be_hidden()
    write(first, "then = 2")
    saved(first)
    assert (why, other) in aside(workspace)


def test_a_tab_says_that_it_is_behind_when_one_comes_back_to_it(opens: Opens, workspace: Workspace) -> None:
    first = opens(CODE)
    write(first, "a = 1")
    saved(first)
    second = at_work(first.context.new_page())
    untouched = at_work(first.context.new_page())
    write(second, "a = 2")
    saved(second)
    returned(first)
    expect(strip(first)).to_contain_text("Changed in another tab")
    assert code(first) == "a = 1"
    strip(first).get_by_role("button", name="Keep mine").click()
    saved(first)
    assert kept(workspace) == "a = 1"
    assert (Aside.PASSED_OVER, "a = 2") in aside(workspace)
    # Where nothing was typed there is nothing to choose.
    returned(untouched)
    expect(untouched.locator("[data-saved]")).to_contain_text("Brought up to date")
    expect(strip(untouched)).to_be_hidden()


@pytest.mark.parametrize("taken", [False, True], ids=["kept as it is", "taken"])
def test_a_new_page_shows_the_newest_and_offers_what_was_left_beside_it(
    opens: Opens, workspace: Workspace, taken: bool
) -> None:
    first = opens(CODE)
    second = at_work(first.context.new_page())
    write(second, "theirs = 1")
    saved(second)
    write(first, "mine = 1")
    expect(strip(first)).to_contain_text("Changed in another tab")
    at_work(first)
    expect(strip(first)).to_contain_text("You typed another text in another tab")
    assert code(first) == "theirs = 1"
    assert aside(workspace) == [(Aside.ELSEWHERE, "mine = 1")]
    if taken:
        strip(first).get_by_role("button", name="Take that").click()
        saved(first)
        assert aside(workspace) == [(Aside.PASSED_OVER, "theirs = 1")]
    else:
        write(first, "theirs = 10")
        saved(first)
        strip(first).get_by_role("button", name="Keep mine").click()
    expect(strip(first)).to_be_hidden()
    front = "mine = 1" if taken else "theirs = 10"
    assert code(first) == front
    assert kept(workspace) == front
    at_work(first)
    shows(first, front)
    expect(strip(first)).to_be_hidden()


def test_back_shows_the_newest_draft(opens: Opens, workspace: Workspace) -> None:
    page = opens(CODE)
    write(page, "typed = 1")
    saved(page)
    page.get_by_role("link", name="Library", exact=True).click()
    page.wait_for_url("**/library")
    page.go_back()
    page.wait_for_function(AT_WORK)
    shows(page, "typed = 1")
    expect(strip(page)).to_be_hidden()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("0")
    saved(page)
    assert kept(workspace) == "typed = 10"


def test_a_page_restored_from_memory_takes_the_newest_and_leaves_it_alone(
    opens: Opens, remembering: Browser, workspace: Workspace
) -> None:
    restored = opens(CODE, browser=remembering)
    restored.add_init_script("addEventListener('pageshow', event => { window.restored = event.persisted })")
    at_work(restored)
    write(restored, "version = 1")
    saved(restored)
    restored.get_by_role("link", name="Progress").click()
    restored.wait_for_url("**/progress")
    other = at_work(restored.context.new_page())
    write(other, "version = 2")
    saved(other)
    restored.evaluate("history.back()")
    restored.wait_for_function("() => window.restored === true")
    shows(restored, "version = 2")
    restored.close(run_before_unload=True)
    other.reload()
    shows(other, "version = 2")
    assert kept(workspace) == "version = 2"


def test_back_to_a_tab_shows_the_page(opens: Opens) -> None:
    page = opens(CODE)
    page.get_by_role("link", name="Hints").click()
    expect(page.locator("#tab-hints")).to_have_attribute("aria-current", "true")
    page.goto("/plan")
    page.go_back()
    page.wait_for_url("**/problems/k-means?tab=hints")
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    expect(page.locator("#tab-hints")).to_have_attribute("aria-current", "true")
    expect(page.locator(".topbar")).to_be_visible()


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * 200_001, "at most 200,000 are accepted"), ("x = '\0'", "contains a NUL character")],
    ids=["too long", "NUL"],
)
def test_a_refusal_is_shown_in_the_server_s_words_and_not_repeated(
    opens: Opens, workspace: Workspace, text: str, why: str
) -> None:
    page = opens(CODE)
    page.clock.install()
    at_work(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if request.url.endswith("/draft") else None)
    page.locator("code-editor").evaluate("(editor, text) => { editor.value = text; }", text)
    page.clock.run_for(1_000)
    expect(strip(page)).to_contain_text(why)
    expect(strip(page)).not_to_contain_text("does not answer")
    page.clock.run_for(60_000)
    assert sent.count("POST") == 1
    page.reload()
    page.wait_for_function(AT_WORK)
    shows(page, text)
    expect(strip(page)).to_contain_text(why)
    page.locator("code-editor").evaluate("editor => { editor.value = 'short = 1'; }")
    page.clock.run_for(1_000)
    saved(page)
    expect(strip(page)).to_be_hidden()
    assert kept(workspace) == "short = 1"


def test_a_draft_larger_than_a_request_may_be_is_refused_in_words_too(opens: Opens) -> None:
    page = opens(CODE)
    page.locator("code-editor").evaluate("editor => { editor.value = 'x'.repeat(3 << 20); }")
    expect(strip(page)).to_contain_text("larger than the 2 MiB that are accepted here")


def test_the_strip_takes_room_of_its_own(opens: Opens, serving: Serving) -> None:
    page = opens(CODE, viewport={"width": 1024, "height": 768})
    serving.stop()
    write(page, "a = 1")
    expect(strip(page)).to_contain_text("sharpen does not answer")
    bar, editor = strip(page).bounding_box(), page.locator(".cm-content").bounding_box()
    head = page.locator("#editor .panel-head").bounding_box()
    assert bar
    assert editor
    assert head
    assert head["y"] + head["height"] <= bar["y"] + 1
    assert bar["y"] + bar["height"] <= editor["y"] + 1
    expect(page.locator("#editor .panel-head")).not_to_contain_text("does not answer")
    serving.start()
    saved(page)
    expect(strip(page)).to_be_hidden()


def test_the_notice_of_a_lost_server_goes_when_it_answers_again(opens: Opens, serving: Serving) -> None:
    page = opens(CODE)
    write(page, "a = 1")
    saved(page)
    serving.stop()
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#verdict [role=alert]")).to_contain_text("sharpen does not answer")
    expect(page.locator("#verdict")).to_contain_text("No verdict yet")
    serving.start()
    expect(page.locator("#verdict [role=alert]")).to_have_count(0)
    expect(page.locator("#verdict")).to_contain_text("No verdict yet")


def test_a_verdict_that_is_being_found_is_followed_after_a_reload(
    opens: Opens, workspace: Workspace, solution: str
) -> None:
    attempt = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    results = attempts.judge(workspace, attempt.id)
    next(results)
    page = opens(CODE + "?tab=attempts")
    expect(page.locator(".verdict-title")).to_have_text("Being judged")
    for _ in results:
        pass
    expect(page.locator(".verdict-title")).to_have_text("Accepted")
    expect(page.locator("#reading .row").first).to_contain_text("Accepted")
    expect(page.locator("#verdict")).not_to_contain_text("Look again")


def test_time_spent_reading_survives_a_reload(opens: Opens, workspace: Workspace) -> None:
    page = opens(CODE)
    page.clock.install(time=0)
    page.clock.pause_at(1)  # what a busy machine takes does not count
    at_work(page)
    page.mouse.move(300, 300)
    page.clock.run_for(65_000)
    expect(page.locator("work-timer time")).to_have_text("1:05")
    page.reload()
    page.wait_for_function(AT_WORK)
    expect(page.locator("input[name=seconds]")).to_have_value(re.compile("^6[5-9]"))
    page.goto("/")
    expect(page.get_by_role("link", name="Start k-means")).to_be_visible()  # reading is not work to go on with
    at_work(page)
    expect(page.locator("input[name=seconds]")).to_have_value(re.compile("^6[5-9]"))
    assert look(workspace, drafts.draft, "k-means").seconds >= 65


def test_an_earlier_draft_is_brought_back(opens: Opens, workspace: Workspace) -> None:
    page = opens(CODE)
    write(page, "".join(f"line_{number} = {number}\n" for number in range(8)))
    saved(page)
    write(page, "all_gone = True")
    saved(page)
    page.get_by_role("link", name="Attempts").click()
    page.get_by_role("link", name="Earlier drafts").click()
    page.get_by_role("link", name="While typing").click()
    expect(page.locator("#reading .diff del").first).to_contain_text("line_0 = 0")
    page.get_by_role("button", name="Bring this draft back").click()
    expect(page.locator("[data-saved]")).to_have_text("Brought back")
    assert code(page).startswith("line_0 = 0\n")
    assert kept(workspace) == code(page)
    assert aside(workspace)[0] == (Aside.RESET, "all_gone = True")


def test_the_starter_in_torch_and_undone(opens: Opens) -> None:
    page = opens("/problems/norm-layers")
    to_torch = page.get_by_role("button", name="PyTorch", exact=True)
    write(page, "mine = 1")
    to_torch.click()
    if not find_spec("torch"):
        expect(strip(page)).to_contain_text("pip install 'sharpen[torch]'")
        assert code(page) == "mine = 1"
        return
    expect(page.locator("[data-saved]")).to_have_text("The starter in PyTorch")
    expect(to_torch).to_be_hidden()
    assert code(page).startswith("import torch\n")
    page.get_by_role("button", name="Undo reset").click()
    expect(to_torch).to_be_visible()
    expect(page.get_by_role("button", name="NumPy", exact=True)).to_be_hidden()
    assert code(page) == "mine = 1"


def test_what_cannot_be_saved_is_not_thrown_away_by_a_reset(opens: Opens) -> None:
    page = opens(CODE)
    page.route(DRAFT, lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    write(page, "a = 1")
    expect(strip(page)).to_contain_text("does not answer")
    page.get_by_role("button", name="Reset", exact=True).click()
    expect(page.locator("[data-saved]")).to_have_text("")
    assert code(page) == "a = 1"


def test_a_browser_without_room_for_a_copy_saves_all_the_same(opens: Opens, workspace: Workspace) -> None:
    page = opens(CODE)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    write(page, "a = 1")
    saved(page)
    assert kept(workspace) == "a = 1"


def test_copies_of_two_pages_that_were_lost_are_both_kept(opens: Opens, workspace: Workspace) -> None:
    page = opens(CODE)
    page.evaluate(
        """() => {
        for (const [name, at] of [["p", 1], ["q", 2]]) localStorage.setItem(`draft:k-means:${name}`,
            JSON.stringify({ source: `${name} = 1`, trials: [], base: "", edit: `${name}.1`, at }));
        }"""
    )
    page.reload()
    page.wait_for_function(AT_WORK)
    shows(page, "q = 1")
    saved(page)
    page.wait_for_function("() => Object.keys(localStorage).every(key => !key.startsWith('draft:'))")
    assert kept(workspace) == "q = 1"
    assert aside(workspace) == [(Aside.ELSEWHERE, "p = 1")]


def test_a_copy_of_before_the_upgrade_is_brought_back(opens: Opens, workspace: Workspace) -> None:
    page = opens(CODE)
    page.evaluate(
        """localStorage.setItem("draft:k-means",
            JSON.stringify({ source: "old = 1", cases: ["f(1)"], at: Date.now() }))"""
    )
    page.reload()
    page.wait_for_function(AT_WORK)
    shows(page, "old = 1")
    saved(page)
    assert look(workspace, drafts.draft, "k-means").trials == ("f(1)",)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft:'))") == []
