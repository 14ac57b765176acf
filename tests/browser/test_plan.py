"""The plan in the browser: what means nothing cannot be edited, and home says what will be remembered."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from sharpen.domain.day import day_of
from sharpen.practice import Workspace
from sharpen.practice.day import plan
from tests.looking import look

from .conftest import Opens
from .test_pages import LOOKS, barriers

DATE = day_of(datetime.now(UTC)) + timedelta(days=21)


def test_a_date_decides_what_can_be_edited(opens: Opens, workspace: Workspace) -> None:
    page = opens("/plan")
    retention, new = page.get_by_label("Retention, %"), page.get_by_label("New cards a day")
    expect(retention).to_be_enabled()
    page.get_by_label("Interview date").fill(DATE.isoformat())
    expect(retention).to_be_hidden()
    expect(new).to_be_hidden()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("minutes a day reach all")).to_be_visible()
    assert look(workspace, lambda work: work.plans.get()).date == DATE
    page.get_by_label("Interview date").fill("")
    expect(retention).to_be_enabled()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_role("heading", name="The next 30 days")).to_be_visible()
    expect(page.get_by_text("Without a date ahead, the forecast looks 30 days ahead.")).to_be_visible()


def test_the_sliders_move_the_curve_before_anything_is_saved(opens: Opens, workspace: Workspace) -> None:
    plan.change(workspace, date=DATE, minutes=30)
    page = opens("/plan")
    says, point, line = page.locator(".curve-says"), page.locator("[data-point]"), page.locator(".curve .line")
    expect(says).to_contain_text("30 minutes a day")
    before, drawn = says.locator("[data-recall]").inner_text(), point.get_attribute("d")
    along = page.get_by_label("Minutes a day, along the curve")
    along.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(says).to_contain_text("60 minutes a day")
    expect(page.get_by_label("Minutes a day", exact=False).first).to_have_value("60")
    assert float(says.locator("[data-recall]").inner_text()[:-1]) > float(before[:-1])
    assert point.get_attribute("d") != drawn
    page.get_by_label("Minutes a day", exact=False).first.fill("33")
    expect(says).to_contain_text("33 minutes a day")

    first = line.get_attribute("d") or ""
    page.get_by_label("Days until the interview").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Interview date")).to_have_value((DATE + timedelta(days=10)).isoformat())
    expect(line).not_to_have_attribute("d", first)
    expect(says).to_contain_text("33 minutes a day")
    mine = look(workspace, lambda work: work.plans.get())
    assert (mine.date, mine.minutes) == (DATE, 30), "nothing is saved yet"
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("the plan as it is saved: 33 minutes")).to_be_visible()
    mine = look(workspace, lambda work: work.plans.get())
    assert (mine.date, mine.minutes) == (DATE + timedelta(days=10), 33)


@pytest.mark.parametrize("looks", ["light", "dark", "narrow"])
def test_axe_finds_nothing_serious_in_the_plan(opens: Opens, workspace: Workspace, looks: str) -> None:
    plan.change(workspace, date=DATE, minutes=30)
    page = opens("/plan", **LOOKS[looks])
    page.locator(".curve-says").wait_for()
    page.get_by_role("heading", name="Day by day").wait_for()
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_topic_is_switched_off(opens: Opens, workspace: Workspace) -> None:
    page = opens("/plan")
    page.get_by_text("What counts", exact=True).click()
    page.get_by_label("Viterbi", exact=False).first.select_option("off")
    page.get_by_role("button", name="Save what counts").click()
    expect(page.get_by_text("What counts: 1 set by you")).to_be_visible()
    assert set(look(workspace, lambda work: work.plans.get()).weights.values()) == {0}


def test_home_says_what_will_be_remembered(opens: Opens, workspace: Workspace) -> None:
    plan.change(workspace, date=DATE)
    page = opens("/")
    expect(page.get_by_text("days to your interview on")).to_be_visible()
    expect(page.get_by_text("30 minutes a day reach all")).to_be_visible()
