"""The file of a project in a browser: written on two pages, while the server goes away, and nothing is lost."""

from playwright.sync_api import expect

from sharpen.domain.project import Project
from sharpen.practice import Workspace
from sharpen.practice.depth import projects
from tests.looking import look

from .conftest import Opens, Serving
from .test_pages import barriers

GBDT = "LightGBM with 900 trees; a two-layer network was tried and tied with it, at four times the cost."


def kept(workspace: Workspace) -> Project:
    (project,) = look(workspace, projects.mine)
    return project


def test_a_file_is_written_on_two_pages_while_the_server_goes_away(
    opens: Opens, workspace: Workspace, serving: Serving
) -> None:
    page = opens("/projects")
    page.get_by_label("Its name").fill("Fraud")
    page.get_by_role("button", name="Begin its file").click()
    page.wait_for_url("**/projects/*")
    assert barriers(page) == []
    gaps = page.locator("[data-gaps]")
    expect(gaps).to_have_text("16")
    page.get_by_role("textbox", name="Model", exact=True).fill(GBDT)
    expect(gaps).to_have_text("15")
    expect(page.locator(".method mark")).to_have_text("LightGBM")
    page.get_by_role("button", name="Trees and boosting: I used it").click()
    expect(page.locator(".method[data-used]")).to_be_visible()
    expect(page.locator("[data-saved]")).to_have_text("Saved")

    other = opens(page.url)
    other.get_by_role("textbox", name="Data", exact=True).fill("Typed in another tab")
    expect(other.locator("[data-saved]")).to_have_text("Saved")
    page.get_by_role("textbox", name="Data", exact=True).fill("Typed here, not knowing of it")
    expect(page.get_by_text("Data changed in another tab")).to_be_visible()
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator("[data-saved]")).to_have_text("Saved")

    serving.stop()
    page.get_by_role("textbox", name="Loss", exact=True).fill("Typed while nobody answers")
    expect(page.get_by_text("A copy is kept in this browser.")).to_be_visible()
    serving.start()
    page.reload()
    expect(page.get_by_role("textbox", name="Loss", exact=True)).to_have_value("Typed while nobody answers")
    page.wait_for_function("() => !Object.keys(localStorage).some(key => key.startsWith('project:'))")
    project = kept(workspace)
    assert project.texts == {
        "model": GBDT,
        "data": "Typed here, not knowing of it",
        "loss": "Typed while nobody answers",
    }
    assert [each.text for each in project.aside] == ["Typed in another tab"]
    assert project.confirmed == ["trees-and-boosting"]


def test_the_pages_of_a_project_fit_a_phone(opens: Opens, workspace: Workspace) -> None:
    project = projects.create(workspace, "Fraud", {"model": GBDT})
    projects.take_texts(workspace, project.id, {"model": "x" * 300})
    page = opens("/projects", viewport={"width": 390, "height": 844}, color_scheme="dark")
    for path in ("/projects", f"/projects/{project.id}", f"/projects/{project.id}/history"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert barriers(page) == []
