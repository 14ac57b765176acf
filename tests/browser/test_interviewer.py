"""An interviewer that was plugged in, in the browser: it asks on, breaks off in the middle, and suggests ticks."""

from playwright.sync_api import Page, expect

from sharpen.domain.dive import Dive
from sharpen.practice import Workspace
from sharpen.practice.depth import projects
from sharpen.practice.interviewer import plugging
from tests.interviewer.endpoint import LocalEndpoint, breaks, says
from tests.looking import look

from .conftest import Opens
from .test_dives import ready
from .test_pages import barriers

WORDS = "We ranked what guests saw for ninety days."
ASKS_ON = "Who saw nothing in those ninety days?"
REPLY = "Guests who had no dates in their search."
CLAIM = {"point": "p1", "score": 1, "quote": "ninety days", "why": "It names the period."}


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text("Saved")


def test_a_dive_goes_on_when_the_interviewer_breaks_off(
    opens: Opens, workspace: Workspace, server: LocalEndpoint
) -> None:
    plugging.change(workspace, url=server.url, model="m")
    project = projects.create(workspace, "Ranking")
    fields = [field.id for field in workspace.library.ladders.fields]
    projects.take_texts(workspace, project.id, dict.fromkeys(fields, f"{WORDS} " * 4))

    def dive() -> Dive:
        return look(workspace, lambda work: next(iter(work.dives.everything())))

    page = opens(f"/projects/{project.id}/dives")
    page.get_by_role("button", name="Begin a deep dive").click()
    question = workspace.library.ladders["goal"].rungs[0].question
    ready(page, question)
    field = page.get_by_role("textbox")
    field.fill(WORDS)
    saved(page)

    server.answers = [breaks("Who saw ")]
    page.get_by_role("button", name="Let the interviewer ask on").click()
    expect(page.get_by_label("The body of the request")).to_contain_text(WORDS)
    assert server.requests == []
    assert barriers(page) == []
    page.get_by_label("Do not show me this kind again").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Everything you typed is kept")
    expect(page.locator(".turn")).to_have_text("Who saw")
    field.fill(f"{WORDS} Twice.")
    saved(page)

    server.answers = [says(ASKS_ON)]
    page.get_by_role("button", name="Let the interviewer ask on").click()
    page.get_by_role("link", name="Answer it").click()
    ready(page, ASKS_ON)
    expect(page.locator("details.above summary")).to_have_text(question)
    field.fill(REPLY)
    saved(page)
    page.reload()
    ready(page, ASKS_ON)
    expect(field).to_have_value(REPLY)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Finish").click()

    expect(page.locator("h1")).to_have_text("After the dive")
    article = page.locator("article", has_text=WORDS)
    expect(article).to_contain_text(ASKS_ON)
    expect(article).to_contain_text(REPLY)
    (answer,) = dive().answers
    assert dive().text(answer.name) == f"{WORDS} Twice."
    server.answers = [says("no JSON"), says({"claims": [CLAIM]})]
    article.get_by_role("button", name="Suggest ticks").click()
    page.get_by_role("button", name="Send").click()
    expect(article.get_by_role("blockquote")).to_have_text("ninety days")
    expect(article.get_by_role("checkbox", checked=True)).to_have_count(0)
    assert barriers(page) == []
    with page.expect_response("**/ticks"):
        article.get_by_role("button", name="Accept").click()
    expect(article.get_by_role("checkbox").first).to_be_checked()
    assert dive().answers[0].ticked == (0,)
