"""A mock loop in a browser: the clock runs through a reload and a crash, and nothing is said of how it went before."""

import re
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sharpen.domain.attempt import Origin
from sharpen.domain.loop import What
from sharpen.domain.mock import Mock
from sharpen.practice import Workspace
from sharpen.practice.depth import projects
from sharpen.practice.mocks import asking, mocks, rounds
from sharpen.practice.solving import attempts
from sharpen.practice.stories import stories
from tests.looking import look
from tests.sampling import of_today

from .conftest import Opens, Serving
from .test_pages import barriers

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 844}},
}


def last(workspace: Workspace) -> Mock:
    found = look(workspace, lambda work: next(work.mocks.everything()))
    assert isinstance(found, Mock)
    return found


def earlier(workspace: Workspace, minutes: float) -> None:
    """Let all of the mock have happened earlier by so many minutes: the clock is nothing else than its moments."""
    by, mock = timedelta(minutes=minutes), last(workspace)

    def shifted(noun: Any) -> Any:
        times = {each.name: getattr(noun, each.name) for each in fields(noun)}
        return replace(noun, **{name: at - by for name, at in times.items() if isinstance(at, datetime)})

    rounds = (replace(shifted(each), tasks=tuple(shifted(task) for task in each.tasks)) for each in mock.rounds)
    with workspace.writing() as work:
        work.mocks.put(replace(shifted(mock), rounds=tuple(rounds), pauses=tuple(map(shifted, mock.pauses))))


def seconds_left(page: Page) -> int:
    minutes, seconds = page.locator("mock-clock time").inner_text().split(":")
    return 60 * int(minutes) + int(seconds)


def run_out(page: Page, minutes: int) -> None:
    """Let the clock of the page run out: it ends the round by itself then."""
    page.clock.install()
    page.reload()
    page.wait_for_function("() => customElements.get('mock-clock')")
    page.clock.fast_forward(60_000 * minutes)


def type_code(page: Page, source: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.evaluate("text => { document.querySelector('code-editor').value = text }", source)
    expect(page.locator("[data-saved]")).to_have_text("Saved")


def test_a_shortened_phone_screen_through_reload_crash_pause_and_break(
    opens: Opens, workspace: Workspace, serving: Serving
) -> None:
    page = opens("/mocks")
    page.get_by_label("Phone screen").first.check()
    page.get_by_label("Durations").select_option("1/2")
    page.get_by_label("Level").select_option("new-grad")
    page.get_by_role("button", name=re.compile("Put it together")).click()
    expect(page.get_by_role("heading", name="Phone screen")).to_be_visible()
    expect(page.get_by_text("First: General coding")).to_be_visible()
    page.keyboard.press("s")  # begins the round

    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    task = last(workspace).rounds[0].tasks[0]
    problem = workspace.problem(task.id)
    expect(page.get_by_role("heading", name=problem.title)).to_be_visible()
    assert page.get_by_text("Hint").count() == 0
    earlier(workspace, 5)
    page.reload()
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    assert 0 < seconds_left(page) <= 60 * (last(workspace).rounds[0].minutes - 5), "a reload does not set it back"

    solution = workspace.library.problems.solution(task.id)
    type_code(page, solution)
    page.get_by_role("button", name=re.compile("Run the example")).click()
    expect(page.locator("#trials").get_by_text(re.compile(r"^\s*(Agrees|Ran)\s*$"))).to_be_visible()
    assert look(workspace, lambda work: work.attempts.count()) == 0
    assert barriers(page) == []

    serving.stop()  # in the middle of the round
    before = seconds_left(page)
    page.wait_for_function(
        f"() => document.querySelector('mock-clock time').textContent !== '{before // 60}:{before % 60:02}'"
    )
    serving.start()
    page.reload()
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    expect(page.locator(".cm-content")).to_contain_text("def ")
    assert seconds_left(page) < before, "the clock ran on while nobody served"

    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("Paused in round 1")).to_be_visible()
    assert page.get_by_text(problem.title).count() == 0, "nobody reads on while the clock stands"
    assert barriers(page) == []
    page.keyboard.press("s")
    page.get_by_role("button", name=re.compile("Hand in")).click()
    expect(page.get_by_text("The verdict waits until the round is over")).to_be_visible()
    assert page.get_by_text("Accepted").count() == 0

    page.goto("/cases")  # any other page says that the clock runs, and leads back
    expect(page.get_by_role("complementary", name="Mock loop")).to_contain_text("round 1 of 2")
    page.get_by_role("link", name="Back to the mock").click()
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    page.get_by_role("button", name="End the round").click()

    expect(page.get_by_text("Next: ML breadth")).to_be_visible()
    assert barriers(page) == []
    page.keyboard.press("s")
    expect(page.get_by_text(re.compile("Question 1 of"))).to_be_visible()
    assert barriers(page) == []
    count = len(last(workspace).rounds[1].tasks)
    for number in range(1, count):
        expect(page.get_by_text(f"Question {number} of {count}")).to_be_visible()
        page.get_by_role("button", name="I do not know").click()
    expect(page.get_by_text(f"Question {count} of {count}")).to_be_visible()
    run_out(page, last(workspace).rounds[1].minutes)

    expect(page.get_by_role("heading", name="Into the plan")).to_be_visible()
    expect(page.get_by_text("Your code is being judged")).to_have_count(0)
    result = page.get_by_role("region", name="1. General coding")
    expect(result.get_by_text("Strong hire")).to_be_visible()
    expect(result.get_by_text("solved in").first).to_be_visible()
    expect(page.get_by_text("Paused once")).to_be_visible()
    expect(page.get_by_role("region", name="2. ML breadth").get_by_text("Strong no hire")).to_be_visible()
    assert barriers(page) == []
    mock = last(workspace)
    (attempt,) = look(workspace, lambda work: list(work.attempts.everything()))
    assert (attempt.id, attempt.accepted) == (mock.rounds[0].tasks[0].did, True)
    assert mock.weak, "what was not known goes into the plan"
    expect(page.locator(".mock-topics a")).to_have_count(len(mock.weak))


def test_code_that_stands_in_the_editor_when_the_time_is_over_is_handed_in(opens: Opens, workspace: Workspace) -> None:
    mock = mocks.start(workspace, "phone-screen", share="1/3")
    mocks.begin(workspace, mock.id)
    page = opens(f"/mocks/{mock.id}")
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    slug = last(workspace).rounds[0].tasks[0].id
    type_code(page, workspace.library.problems.solution(slug))
    run_out(page, last(workspace).rounds[0].minutes)
    expect(page.get_by_text("Next: ML breadth")).to_be_visible()
    done = last(workspace).rounds[0].tasks[0].did
    assert look(workspace, attempts.attempt, done).problem == slug


@pytest.fixture
def lived(workspace: Workspace) -> Workspace:
    """Someone with a project and a story, a finished mock with an answer to tick, and one of all rounds going on."""
    project = projects.create(workspace, "Search ranking")
    assert project.id
    story = stories.begin(workspace, "The late launch")
    assert story.id
    mock = mocks.start(workspace, "ml-phone-screen", level="mid", role="ml-engineer")
    mocks.begin(workspace, mock.id)
    slug = last(workspace).rounds[0].tasks[0].id
    attempt = attempts.submit(workspace, slug, workspace.library.problems.solution(slug), origin=Origin.WEB)
    for _ in attempts.judge(workspace, attempt.id):
        pass
    mock = last(workspace)
    round_ = mock.rounds[0]
    with workspace.writing() as work:
        kept = round_.with_task(0, replace(round_.tasks[0], did=attempt.id, answered=attempt.created, worked=600.0))
        work.mocks.put(mock.with_round(0, kept))
    rounds.end(workspace, mock.id)
    mocks.begin(workspace, mock.id)
    words = next(one.id for one in workspace.library.cards.index().values() if one.kind == "recall")
    mock = last(workspace)
    with workspace.writing() as work:
        work.mocks.put(mock.with_round(1, mock.rounds[1].with_task(0, replace(mock.rounds[1].tasks[0], id=words))))
    asking.answer(workspace, mock.id, 0, text="It keeps the most variance.")
    for place in range(1, len(mock.rounds[1].tasks)):
        asking.answer(workspace, mock.id, place)
    rounds.end(workspace, mock.id)
    mocks.start(workspace, "full-loop", share="1/2")
    return workspace


@pytest.mark.parametrize("appearance", of_today(LOOKS, 1))
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(opens: Opens, lived: Workspace, appearance: str) -> None:
    page, mock = opens("/mocks", **LOOKS[appearance]), last(lived)
    finished = look(lived, lambda work: work.mocks.last_finished())
    assert finished is not None

    def sound() -> None:
        page.wait_for_load_state("networkidle")
        assert barriers(page) == [], page.url
        wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, page.url

    for path in ("/mocks", "/mocks/compare", f"/mocks/{finished.id}/debrief", f"/mocks/{mock.id}"):
        page.goto(path)
        sound()
    for each in mock.rounds:
        mocks.begin(lived, mock.id)
        page.goto(f"/mocks/{mock.id}")
        sound()
        if each.what in (What.DIVE, What.CASE):
            page.get_by_role("button", name=re.compile("Begin the dive|Sit down")).click()
            expect(page.get_by_role("complementary", name="Mock loop")).to_be_visible()
            sound()
        rounds.end(lived, mock.id)
    page.goto(f"/mocks/{mock.id}/debrief")
    sound()
    page.goto("/mocks/compare")
    sound()
