"""The pages as a person meets them: no barrier axe can find, filters in the URL, light and dark."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sharpen.domain.attempt import Origin
from sharpen.practice import Workspace
from sharpen.practice.solving import attempts, drafts, hints
from tests.sampling import of_today

from .conftest import Opens

PATHS = [
    "/",
    "/problems",
    "/problems?q=zzzz",
    "/problems?sort=due",
    "/statistics/problems",
    "/problems/k-means",
    "/problems/k-means?tab=hints",
    "/problems/k-means?tab=solution",
    "/problems/shortest-cover?tab=solution",
    "/problems/k-means?tab=attempts",
    "/topics/k-means",
    "/topics/mlp",
    "/search?q=attention",
    "/library",
    "/rounds",
    "/rounds/design",
    "/start",
    "/placement",
    "/nowhere",
]
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 844}},
    "narrowest": {"viewport": {"width": 320, "height": 480}},
    "without-javascript": {"java_script_enabled": False},
}


def barriers(page: Page) -> list[str]:
    """What axe finds serious or critical, each with where it is."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.fixture
def practiced(workspace: Workspace, solution: str) -> str:
    """The id of a wrong attempt that is followed by a right one and seen hints."""
    hints.show_next(workspace, "k-means")
    hints.peek(workspace, "shortest-cover")
    wrong = attempts.submit(
        workspace, "k-means", "def k_means(X, centers, max_iter):\n    return 1 / 0\n", origin=Origin.WEB
    )
    right = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    for attempt in (wrong, right):
        list(attempts.judge(workspace, attempt.id))
    return wrong.id


@pytest.mark.parametrize("look", of_today(["light", "dark", "narrow"], 1))
def test_axe_finds_nothing_serious(opens: Opens, practiced: str, look: str) -> None:
    page = opens("/", **LOOKS[look])
    found = {}
    for path in [*PATHS, f"/problems/k-means?tab=attempts&attempt={practiced}"]:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        found[path] = barriers(page)
    page.goto("/problems/k-means")
    page.locator("label", has_text="Your trials").click()
    page.locator("[data-run]").click()
    page.locator(".result").first.wait_for()
    found["trials"] = barriers(page)
    assert {path: rows for path, rows in found.items() if rows} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_wider_than_the_window(opens: Opens, workspace: Workspace, look: str) -> None:
    drafts.save(workspace, "linear-regression-gradient-descent", "mine = 1")
    page = opens("/", **LOOKS[look])
    for path in PATHS:
        page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        if look != "without-javascript":
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_filters_live_in_the_url(opens: Opens) -> None:
    page = opens("/problems")
    page.get_by_role("searchbox").fill("seeding")
    page.wait_for_url("**/problems?q=seeding")
    expect(page.locator("#list .row")).to_have_count(1)
    page.locator("label", has_text="Easy").click()
    page.wait_for_url("**/problems?q=seeding&difficulty=easy")
    expect(page.locator("#list")).to_contain_text("No problem matches")
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("seeding")
    expect(page.get_by_role("radio", name="Easy")).to_be_checked()


def test_light_and_dark(opens: Opens) -> None:
    page = opens("/", color_scheme="light")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Switch between light and dark").click()
    dark = page.evaluate(paper)
    page.goto("/problems")
    assert dark != light
    assert page.evaluate(paper) == dark


def test_the_fonts_are_ours(opens: Opens) -> None:
    page = opens("/topics/k-means")
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert {name.strip('"') for name in loaded} >= {"Inter Variable", "Source Serif 4 Variable", "STIX2"}


def test_a_second_visit_fetches_the_page_alone(opens: Opens) -> None:
    page = opens("/problems/k-means")
    fetched: list[str] = []
    page.on("response", lambda answer: fetched.append(answer.url) if not answer.from_service_worker else None)
    page.goto("/problems/k-means-plus-plus")
    page.wait_for_load_state("networkidle")
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
        ".reduce((sum, entry) => sum + entry.transferSize, 0)"
    )
    assert 0 < sizes < 60_000


@pytest.mark.parametrize("path", ["/topics/pca", "/problems/k-means"])
def test_on_paper_there_is_the_text_alone_in_ink_on_white(opens: Opens, path: str) -> None:
    page = opens("/", color_scheme="light")
    page.get_by_role("button", name="Switch between light and dark").click()
    page.goto(path)
    page.emulate_media(media="print")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    for part in (".topbar", "button", ".button", "nav", "code-editor"):
        for one in page.locator(part).all():
            expect(one).to_be_hidden()
    shade = "element => { const at = getComputedStyle(element).color.match(/[\\d.]+/g); return Number(at[0]) }"
    assert heading.evaluate(shade) < 0.4  # the lightness of oklch
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.evaluate("document.querySelector('.prose').scrollHeight <= document.documentElement.scrollHeight")
    for picture in page.locator(".drawn img").all():
        assert picture.evaluate("one => getComputedStyle(one).filter") == "none"


def test_a_key_stars_the_problem_one_is_at(opens: Opens) -> None:
    page = opens("/problems?q=seeding")
    page.keyboard.press("s")  # at no problem yet
    page.keyboard.press("j")
    page.keyboard.press("s")
    star = page.get_by_role("button", name=re.compile("^Star ")).first
    expect(star).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".tabs [data-star]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("s")
    expect(page.locator(".tabs [data-star]")).to_have_attribute("aria-pressed", "false")
    page.goto("/problems")
    page.get_by_label("Starred", exact=True).check()
    expect(page.get_by_text("No problem matches")).to_be_visible()
