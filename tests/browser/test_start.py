"""The first hour in a browser: the first visit, four questions, the placement, and progress on paper."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from sharpen.domain.day import day_of
from sharpen.domain.memory import Rating
from sharpen.practice import Workspace
from sharpen.practice.day import history, plan
from sharpen.practice.items.remembering import record_rating
from tests.looking import look
from tests.sampling import of_today

from .conftest import Opens
from .test_pages import LOOKS, barriers

WHEN = day_of(datetime.now(UTC)) + timedelta(days=30)
EACH_LOOK = pytest.mark.parametrize("appearance", of_today(["light", "dark", "narrow", "without-javascript"], 1))


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_fix_it_leads_to_the_code_and_an_accepted_answer(opens: Opens) -> None:
    page = opens("/")
    first = page.get_by_role("region", name="A wrong answer to k-means")
    expect(first.get_by_text("A center without points stays where it is")).to_be_visible()
    assert page.evaluate("document.querySelector('.first-visit img').naturalWidth") > 0
    page.get_by_role("button", name="Fix it").click()
    page.wait_for_url("**/problems/k-means")
    expect(page.locator(".cm-content")).to_contain_text("moved[j] = X[labels == j].mean(axis=0)")
    source = page.locator("[name=source]")
    assert "def nearest(centers)" in source.input_value()


def test_a_date_brings_one_to_the_questions_which_say_at_once_what_they_lead_to(
    opens: Opens, workspace: Workspace
) -> None:
    page = opens("/")
    page.get_by_label("Interview", exact=True).fill(WHEN.isoformat())
    page.get_by_label("Minutes a day", exact=True).fill("50")
    page.get_by_role("button", name="What that leads to").click()
    page.wait_for_url("**/start?*")
    outlook = page.locator("#outlook")
    expect(outlook).to_contain_text("50 minutes a day reach")
    page.get_by_label("Minutes a day", exact=True).fill("5")
    page.get_by_label("Minutes a day", exact=True).blur()
    expect(outlook).to_contain_text("5 minutes a day reach")
    page.get_by_label("Role").select_option(label="ML engineer")
    page.get_by_label("Sat").check()
    page.get_by_label("Linear algorithms").check()
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url("**/placement")
    mine = look(workspace, lambda work: work.plans.get())
    assert (mine.date, mine.minutes, mine.role, mine.days_off) == (WHEN, 5, "ml-engineer", {5})
    assert mine.sure_of == ("Linear algorithms",)


def test_the_placement_is_left_and_gone_on_with(opens: Opens, workspace: Workspace) -> None:
    page = opens("/placement")
    page.get_by_role("link", name="Begin").press("Enter")
    page.wait_for_url("**/review?topic=placement")
    for left in (20, 19):
        expect(page.locator(".session-left")).to_contain_text(f"{left} left")
        page.locator("[data-reveal]").click()
        page.locator("[data-rating='1']").click()
    expect(page.locator(".session-left")).to_contain_text("18 left")
    page.goto("/placement")
    expect(page.get_by_role("heading", name="Your placement goes on")).to_be_visible()
    expect(page.get_by_text("18 questions")).to_be_visible()
    with workspace.reading() as work:
        assert sum(1 for _ in work.memories.everything()) == 2


@pytest.fixture
def lived_in(workspace: Workspace) -> None:
    """Some of every round was tried, in the last weeks and today."""
    now = datetime.now(UTC)
    plan.change(workspace, date=WHEN)
    cards = list(workspace.library.cards.index().values())[::12]
    with workspace.writing() as work:
        for number, card in enumerate(cards):
            rating = (Rating.EASY, Rating.GOOD, Rating.AGAIN)[number % 3]
            record_rating(work, card, rating, seconds=40, at=now - timedelta(days=number % 30))


@pytest.mark.usefixtures("lived_in")
@EACH_LOOK
def test_no_barrier_and_nothing_wider_than_the_page(opens: Opens, appearance: str) -> None:
    page = opens("/progress", **LOOKS[appearance])
    scripts = appearance != "without-javascript"
    if scripts:
        expect(page.get_by_role("heading", name="Where the time went")).to_be_visible()
    else:
        page.get_by_role("link", name="Show where the time went").click()
    assert fits(page)
    found = {"/progress": barriers(page) if scripts else []}
    for path in ("/start", "/placement"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        assert fits(page), path
        found[path] = barriers(page) if scripts else []
    assert {path: rows for path, rows in found.items() if rows} == {}


@pytest.mark.parametrize("appearance", of_today(["light", "dark", "narrow"], 1))
def test_the_first_visit_has_no_barrier(opens: Opens, appearance: str) -> None:
    page = opens("/", **LOOKS[appearance])
    assert fits(page)
    assert barriers(page) == []


@pytest.mark.usefixtures("lived_in")
def test_progress_is_kept_when_it_is_looked_at_and_prints_on_one_page(opens: Opens, workspace: Workspace) -> None:
    page = opens("/progress", color_scheme="dark")
    expect(page.get_by_role("heading", name="Where the time went")).to_be_visible()
    (today,) = look(workspace, history.lately)
    assert 0 < today.loop < 1
    paper = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "10mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
