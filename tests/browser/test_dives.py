"""A deep dive in a browser: typed answers survive a reload, two stucks lead elsewhere, time ends, points are ticked."""

from playwright.sync_api import Page, expect

from sharpen.domain.dive import Dive
from sharpen.practice import Workspace
from sharpen.practice.depth import dives, projects
from tests.looking import look

from .conftest import Opens
from .test_pages import barriers

LONG = "We counted twice, by hand and by the logs, and wrote the difference down. " * 3


def ready(page: Page, question: str) -> None:
    expect(page.locator("h1")).to_have_text(question)
    page.wait_for_function("() => document.querySelector('form#dive textarea').name !== 'text'")


def test_a_dive_from_its_first_question_to_the_map(opens: Opens, workspace: Workspace) -> None:
    project = projects.create(workspace, "Ranking")
    ladders = workspace.library.ladders
    fields = [field.id for field in ladders.fields if field.id != "labels"]
    projects.take_texts(workspace, project.id, dict.fromkeys(fields, LONG))
    goal, labels = ladders["goal"], ladders["labels"]
    gap = next(field.gap for field in ladders.fields if field.id == "labels")

    def dive() -> Dive:
        return look(workspace, lambda work: dives.find(work, project.id, work.dives.summaries(project.id)[0].id))

    page = opens(f"/projects/{project.id}/dives")
    page.get_by_label("Minutes").select_option("20")
    page.get_by_role("button", name="Begin a deep dive").click()
    ready(page, goal.rungs[0].question)
    expect(page.get_by_text("because it is where an interviewer begins")).to_be_visible()
    field = page.get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill("We ranked listings.")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    field.fill("We ranked listings for guests.")
    page.reload()  # at once: what was typed last may not be with the server yet
    ready(page, goal.rungs[0].question)
    expect(field).to_have_value("We ranked listings for guests.")
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    ready(page, goal.rungs[0].stuck)
    expect(page.locator("details.above summary")).to_have_text(goal.rungs[0].question)
    assert barriers(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    ready(page, gap)
    expect(page.get_by_text("because your file says nothing under “Labels”")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    ready(page, labels.rungs[1].question)
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    ready(page, gap)
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    ready(page, labels.rungs[1].question)
    field.fill("A booking within a day.")
    page.evaluate("() => { document.querySelector('input[name=seconds]').value = '1200' }")  # time is over
    page.get_by_role("button", name="Strong").click()

    expect(page.locator("h1")).to_have_text("After the dive")
    assert dive().finished
    assert [dive().text(f"goal/{goal.rungs[0].id}"), dive().text(f"labels/{labels.rungs[1].id}")] == [
        "We ranked listings for guests.",
        "A booking within a day.",
    ]
    broken = page.locator("#broken")
    expect(broken.get_by_text(goal.title)).to_be_visible()
    link = broken.get_by_role("link").first
    expect(link).to_have_attribute("href", f"/review/{goal.topics[0]}")
    article = page.locator("article", has_text="A booking within a day.")
    article.get_by_role("checkbox").first.check()
    expect(page.locator("#went-labels")).to_contain_text(f"1 of {len(labels.rungs[1].points)} points")
    article.get_by_role("checkbox", name="None of these").check()
    expect(page.locator("#went-labels")).to_contain_text("broke")
    expect(article.get_by_role("checkbox").first).not_to_be_checked()
    article.get_by_role("checkbox").first.check()
    expect(page.locator("#went-labels")).not_to_contain_text("broke")
    row = page.locator(".depth-map tr", has_text=labels.title)
    expect(row.locator("[data-depth=held]")).to_have_count(2)
    assert barriers(page) == []
    page.goto(page.url.rpartition("/")[0])
    expect(page.locator(".depth-map tr[data-broke]")).to_have_count(1)
