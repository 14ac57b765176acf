"""A story in a browser: written on two pages, counted, matched, told out loud against the clock, and it comes back."""

from playwright.sync_api import expect

from sharpen.practice import Workspace
from sharpen.practice.stories import stories
from tests.looking import look

from .conftest import AT_WORK, Opens
from .test_pages import barriers
from .test_recordings import recorded


def test_a_story_from_its_first_word_to_its_place_in_the_memory(opens: Opens, workspace: Workspace) -> None:
    page = opens("/stories")
    page.get_by_label("Title of a new story").fill("The late launch")
    page.get_by_role("button", name="Write your first story").click()
    page.wait_for_url("**/stories/*")
    assert barriers(page) == []
    page.get_by_role("textbox", name="Action", exact=True).fill("I measured twice. We cut the queue by 40 percent.")
    expect(page.locator("#counts")).to_contain_text("1 to 1")
    expect(page.locator("[data-saved]")).to_have_text("Saved")

    other = opens(page.url)
    other.get_by_role("textbox", name="Result", exact=True).fill("Typed in another tab")
    expect(other.locator("[data-saved]")).to_have_text("Saved")
    page.get_by_role("textbox", name="Result", exact=True).fill("Typed here, not knowing of it")
    expect(page.get_by_text("Result changed in another tab")).to_be_visible()
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    ownership = workspace.library.questions.competencies["ownership"]
    page.get_by_label(ownership.title).check()
    question = workspace.library.questions.of_competency("ownership")[0]
    expect(page.locator("#fits")).to_contain_text(question.question)

    page.goto("/stories")
    holes = [one.title for one in workspace.library.questions.competencies.values() if one is not ownership]
    expect(page.get_by_text(f"No story shows {holes[0]}.")).to_be_visible()
    expect(page.get_by_text(f"No story shows {ownership.title}.")).to_have_count(0)
    assert barriers(page) == []
    page.get_by_role("link", name="Rehearse The late launch").click()
    expect(page.get_by_role("heading", name="Rehearse")).to_be_visible()

    page.goto(f"/questions#{question.id}")
    page.get_by_role("link", name="Rehearse The late launch").locator("visible=true").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text(question.question)).to_be_visible()
    expect(page.locator("[data-story] .written").first).to_be_hidden()
    page.wait_for_function(AT_WORK)
    page.keyboard.press("r")
    recorded(page, 2)
    page.get_by_label("Note").fill("Slower at the end")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    page.reload()  # in the middle: what was said and typed until then is kept
    expect(page.get_by_label("Note")).to_have_value("Slower at the end")
    expect(page.locator(".takes [data-take]")).to_have_count(1)
    assert barriers(page) == []
    page.wait_for_function(AT_WORK)
    page.locator("body").press("3")
    expect(page.get_by_text("The story comes back on")).to_be_visible()

    (story,) = look(workspace, lambda work: list(work.stories.summaries().values()))
    kept = look(workspace, lambda work: stories.find(work, story.id))
    assert kept.text("result") == "Typed here, not knowing of it"
    assert [each.text for each in kept.aside] == ["Typed in another tab"]
    (telling,) = look(workspace, lambda work: list(work.tellings.everything()))
    assert (telling.story, telling.question, telling.note.text) == (story.id, question.id, "Slower at the end")
    (take,) = look(workspace, lambda work: work.recordings.of(f"telling/{telling.id}"))
    assert take.seconds >= 1
    memory = look(workspace, lambda work: work.memories.get(f"story/{story.id}"))
    assert memory is not None
    assert memory.memory is not None
