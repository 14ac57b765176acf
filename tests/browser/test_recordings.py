"""Recordings in the browser: nothing that was said is lost, and it is played back, deleted and brought back."""

import re

from playwright.sync_api import Browser, Page, expect

from sharpen.practice import Workspace
from tests.browser.conftest import AT_WORK, Opens, Serving
from tests.looking import look

RECORDED = """(most) => {
    const [minutes, seconds] = document.querySelector("[data-time]").textContent.split(":");
    return 60 * minutes + +seconds >= most;
}"""
PLAYED = """async () => {
    const sound = document.querySelector("[data-takes] audio");
    sound.muted = true;
    await sound.play();
    const length = sound.duration;
    sound.currentTime = length - 0.3;
    await new Promise((done) => sound.addEventListener("ended", done, { once: true }));
    return [length, sound.currentTime];
}"""
"""Play a recording, seek to its last words, and hear its end: its length then, and where it ended."""


def recorded(page: Page, seconds: int) -> None:
    """Wait until so many seconds are recorded."""
    page.wait_for_function(RECORDED, arg=seconds)


def test_neither_a_server_that_goes_away_nor_a_page_that_dies_loses_what_was_said(
    opens: Opens, serving: Serving, workspace: Workspace
) -> None:
    page = opens("/recordings")
    page.keyboard.press("r")
    recorded(page, 1)
    serving.stop()
    expect(page.locator("[data-status]")).to_contain_text("Recording goes on, and what you say is kept in this browser")
    recorded(page, 5)
    context = page.context
    page.close()  # in the middle of a sentence
    sent = look(workspace, lambda work: work.recordings.of("test"))
    serving.start()
    page = context.new_page()
    page.goto("/recordings")
    page.wait_for_function(AT_WORK)
    page.wait_for_function("() => !localStorage.getItem('recordings-kept')")
    (found,) = look(workspace, lambda work: work.recordings.of("test"))
    assert found.whole
    assert found.seconds >= 3, "the last chunk had not come yet, and a busy browser is late with one"
    assert all(one.seconds < found.seconds for one in sent)
    expect(page.locator("[data-take]")).to_have_count(1)
    length, end = page.evaluate(PLAYED)
    assert abs(length - found.seconds) < 0.1
    assert abs(end - found.seconds) < 0.5


def test_a_take_is_recorded_played_deleted_and_brought_back_by_keys(opens: Opens, workspace: Workspace) -> None:
    page = opens("/recordings")
    for seconds in (1, 2):
        page.keyboard.press("r")
        expect(page.get_by_role("button", name="Stop")).to_be_visible()
        recorded(page, seconds)
        page.keyboard.press("r")
        expect(page.locator("[data-take]")).to_have_count(seconds)
    expect(page.locator("[data-take]").first).to_contain_text(re.compile(r"Take 2\s+0:0[23]"))
    assert page.evaluate(PLAYED)[0] >= 2
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_text("Deleted. It can be brought back for an hour.")).to_be_visible()
    assert len(look(workspace, lambda work: work.recordings.of("test"))) == 1
    page.keyboard.press("u")
    expect(page.locator("[data-take] audio:visible")).to_have_count(2)
    assert len(look(workspace, lambda work: work.recordings.of("test"))) == 2


def test_without_a_microphone_it_says_why_and_what_to_do(opens: Opens, remembering: Browser) -> None:
    page = opens("/recordings", remembering)
    page.get_by_role("button", name="Record").click()
    why = re.compile("(No microphone was found|The browser may not use the microphone here).*then record again")
    expect(page.locator("[data-status]")).to_have_text(why)
    expect(page.get_by_role("button", name="Record")).to_be_enabled()
