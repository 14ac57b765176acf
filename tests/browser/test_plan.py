"""The plan in the browser: what means nothing cannot be edited, and home says what will be remembered."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from sharpen.domain.day import day_of
from sharpen.practice import Workspace
from sharpen.practice.day import plan
from tests.browser.conftest import Opens
from tests.looking import look

DATE = day_of(datetime.now(UTC)) + timedelta(days=21)


def test_a_date_decides_what_can_be_edited(opens: Opens, workspace: Workspace) -> None:
    page = opens("/plan")
    retention, new = page.get_by_label("Retention, %"), page.get_by_label("New cards a day")
    expect(retention).to_be_enabled()
    page.get_by_label("Interview date").fill(DATE.isoformat())
    expect(retention).to_be_disabled()
    expect(new).to_be_disabled()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("minutes a day reach all")).to_be_visible()
    assert look(workspace, lambda work: work.plans.get()).date == DATE
    page.get_by_label("Interview date").fill("")
    expect(retention).to_be_enabled()
    page.get_by_role("button", name="Save the plan").click()
    expect(page.get_by_text("Without a date ahead, the forecast looks 30 days ahead.")).to_be_visible()


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
