"""The design round in one story: a case against the clock, then its design in an experiment and a month of drift."""

import re
from pathlib import Path

from playwright.sync_api import expect

from sharpen.practice import Workspace
from sharpen.practice.design import sittings
from tests.browser.conftest import Opens
from tests.browser.test_cases import draw, drawn, notes, pane, saved
from tests.browser.test_labs import write
from tests.looking import look

SLUG = "ads-click-ranking"
CASE = Path(__file__).parents[2] / "content/cases" / SLUG
QUESTIONS = {"What is the peak QPS?": "Two billion", "What is the label delay?": "within a minute"}
CELLS = """\
peak_qps = 3 * 2e9 / day -> QPS
latency = (20 + 5 + 15 + 15 + 25 + 5) ms
memory = 2 * (50M * 32 * 2 B + 4 GB) -> GB
sample_size = 16 * 0.01 * 0.99 / 0.0001 ** 2
cores = 500 * peak_qps * 10 us / 0.5
"""


def test_from_the_brief_to_a_month_of_drift(opens: Opens, workspace: Workspace) -> None:
    page = opens("/cases")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(f"a[href='/cases/{SLUG}']").first.click()
    page.get_by_role("button", name="Start").click()
    for question, answer in QUESTIONS.items():
        page.locator("#question").fill(question)
        page.keyboard.press("Enter")
        expect(page.locator(".dialog-list, .answered").last).to_contain_text(answer)
    for step in ("problem", "metrics", "architecture", "data", "features", "model", "serving", "testing", "scale"):
        notes(page, step).fill(f"What I say of {step}.")
    pane(page, "Numbers")
    notes(page, "cells").fill(CELLS)
    expect(page.locator(".results").first).to_contain_text("69,444 QPS")
    saved(page)
    pane(page, "Board")
    draw(page)
    saved(page)
    page.locator("[data-finish]").click()

    expect(page.locator(".decided[data-state=passed]")).to_have_count(5)
    for earned in page.locator("fieldset:has(input[value='1'])").all():
        earned.locator("input[value='1']").check()
    expect(page.locator("#score-all").first).to_have_text("33 of 56")
    (sitting,) = look(workspace, lambda work: work.sittings.summaries(SLUG))
    held = look(workspace, lambda work: sittings.find(work, SLUG, sitting.id))
    assert drawn(held.text("board")) == ["rectangle"]

    page.get_by_role("link", name="Run your design in the lab").click()
    expect(page.locator("code-editor[data-ready]")).to_be_visible()
    page.get_by_label("What you predict, one a line").fill("lift > 0\np99 < 20 ms\nscore > 95")
    write(page, (CASE / "reference.py").read_text())
    page.get_by_label("Short form").check()
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("heading", name=re.compile("Running: "))).to_be_visible()
    page.get_by_role("link", name="Read the report").click()

    expect(page.locator(".predicted li").first).to_have_attribute("data-held", "yes")
    expect(page.locator(".predicted li").last).to_have_attribute("data-held", "no")
    for title in ("Lift so far", "Expected reward per request"):
        expect(page.locator(f"figure:has-text('{title}') svg.plot")).to_be_visible()
    expect(page.locator(".says")).to_contain_text(re.compile("lift|experiment", re.IGNORECASE))
