"""A candidate lives through a first day, a third day, a missed week and a mock loop, by what the pages say to do."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Page, expect

from sharpen.domain.day import day_of
from sharpen.practice import Workspace
from sharpen.web.pages import home
from sharpen.web.pages.day import plan as plan_pages
from tests.practice.reviewing import clock

from .conftest import AT_WORK, Opens
from .test_mocks import type_code

NOW = datetime.now(UTC)
MINUTES = 45


@contextmanager
def later(days: int) -> Iterator[None]:
    """So many days later, for all that the pages show."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return (NOW + timedelta(days=days)).astimezone(tz)

    with ExitStack() as stack:
        stack.enter_context(clock(NOW + timedelta(days=days)))
        for module in (home, plan_pages):
            stack.enter_context(patch.object(module, "datetime", Clock))
        yield


def go(page: Page, path: str) -> None:
    """Go to a page, and wait until it hears the keyboard."""
    page.goto(path)
    heard(page)


def heard(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_function(AT_WORK)


def minutes_of(page: Page) -> int:
    """What the list of today takes, in minutes."""
    return sum(int(text.split()[0]) for text in page.locator(".tasks .row-minutes").all_inner_texts())


def reviewed(page: Page, cards: int) -> None:
    """Answer some cards by the keyboard: not known, then known."""
    for _ in range(cards):
        shown = page.locator(".session-left").inner_text()
        page.locator("[data-reveal]").click()
        page.locator("[data-rating='3'], [data-rating='1']").last.click()
        expect(page.locator(".session-left")).not_to_have_text(shown)


def test_a_candidate_from_the_first_day_to_the_mock_loop(opens: Opens, workspace: Workspace) -> None:
    # The first day: a date, then the first thing that the page begins with.
    page = opens("/")
    page.get_by_label("Interview", exact=True).fill(str(day_of(NOW) + timedelta(days=40)))
    page.get_by_label("Minutes a day", exact=True).fill(str(MINUTES))
    page.get_by_role("button", name="What that leads to").click()
    page.wait_for_url("**/start?*")
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url("**/placement")
    go(page, "/")
    expect(page.get_by_text("40 days to your interview")).to_be_visible()
    page.keyboard.press("s")
    page.wait_for_url("**/problems/k-means")
    heard(page)
    type_code(page, workspace.library.problems.solution("k-means"))
    page.locator("[data-submit]").click()
    expect(page.get_by_text("Accepted").first).to_be_visible()
    go(page, "/review")
    reviewed(page, 3)

    # The third day: what was met comes back, and the day before last is remembered.
    with later(2):
        go(page, "/")
        expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
        expect(page.get_by_text("38 days to your interview")).to_be_visible()
        expect(page.get_by_text(re.compile("3 reviews|4 reviews"))).to_be_visible()
        expect(page.locator(".tasks .task-kind").first).to_have_text("Review")
        planned = minutes_of(page)
        assert planned <= 1.5 * MINUTES

    # A missed week: nothing piles up, and nothing of it is said.
    with later(9):
        go(page, "/")
        assert minutes_of(page) <= 1.5 * MINUTES
        expect(page.get_by_text(re.compile("overdue|missed|behind"))).to_have_count(0)
        page.get_by_role("link", name="Calendar").first.click()
        page.wait_for_url("**/calendar")
        expect(page.locator(".calendar-day")).to_have_count(31)
        page.get_by_text("Move", exact=False).first.click()
        page.get_by_role("button", name="Skip it").first.click()
        expect(page.get_by_role("heading", name="Skipped")).to_be_visible()
        page.get_by_role("button", name="Bring back").click()
        expect(page.get_by_role("heading", name="Skipped")).to_have_count(0)

    # The mock loop: begun from the list of loops, left, and gone on with from Today.
    go(page, "/mocks")
    page.get_by_label("Phone screen").first.check()
    page.get_by_role("button", name=re.compile("Put it together")).click()
    expect(page.get_by_text("First: General coding")).to_be_visible()
    heard(page)
    page.keyboard.press("s")
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    go(page, "/")
    expect(page.locator(".task", has_text="Mock loop").get_by_role("link", name=re.compile("Continue"))).to_be_visible()
