"""The whiteboard works offline under the policy of every page, and what is drawn arrives in the form."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sharpen.web import app, view

from . import conftest
from .conftest import Opens

PAGE = """{% extends "base.html" %}{% from "board.html" import white_board %}
{% block title %}Board{% endblock %}
{% block main_class %}sheet{% endblock %}
{% block main %}
  <p>{{ "A long text. " * far }}</p>
  <form id="case" data-inputs="0">{{ white_board(scene, sketch) }}<button>Next</button></form>
{% endblock %}"""


@pytest.fixture(autouse=True)
def form(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page with a board is rendered with; it stands at /board in an app like any other."""
    given: dict[str, Any] = {"scene": "", "sketch": "", "far": 0}

    def page(request: Request) -> Response:
        with view.workspace(request).reading() as work:
            return view.page(request, work, view._environment().from_string(PAGE), **given)  # type: ignore[arg-type]

    def with_board(*arguments: Any) -> Starlette:
        made = app.create_app(*arguments)
        made.router.routes.append(Route("/board", page))
        return made

    monkeypatch.setattr(conftest, "create_app", with_board)
    return given


def board(page: Page) -> Page:
    """The page, once its board can be drawn on; it counts the events that reach the form."""
    expect(page.locator("white-board")).to_have_attribute("data-ready", "true")
    page.locator("#case").evaluate("form => form.addEventListener('input', () => form.dataset.inputs++)")
    return page


def scene(page: Page) -> list[dict[str, Any]]:
    text = page.locator("textarea[name=board]").input_value()
    return list(json.loads(text)["elements"]) if text else []


def draw(page: Page, key: str = "r") -> None:
    """A shape, by its key and the mouse, in the middle of the board."""
    box = page.locator(".board-sheet").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.keyboard.press(key)
    page.mouse.move(x - 60, y - 40)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=5)
    page.mouse.up()


def drawn(page: Page) -> None:
    page.wait_for_function("() => document.querySelector('#case').dataset.inputs > 0")


def write(page: Page, text: str) -> None:
    box = page.locator(".board-sheet").bounding_box()
    assert box
    x, y = box["x"] + 3 * box["width"] / 4, box["y"] + 3 * box["height"] / 4
    page.mouse.click(x, y)
    page.keyboard.press("t")
    page.mouse.click(x, y)
    page.locator(".excalidraw-wysiwyg").fill(text)
    page.keyboard.press("Escape")


def test_what_is_drawn_arrives_in_the_form_and_comes_back(opens: Opens, form: dict[str, Any]) -> None:
    page = board(opens("/board"))
    assert page.locator("textarea[name=board]").input_value() == ""
    draw(page)
    drawn(page)
    (rectangle,) = scene(page)
    assert rectangle["type"] == "rectangle"
    assert rectangle["width"] > 0, "how much of the way a busy browser sees is its own affair"

    form["scene"] = page.locator("textarea[name=board]").input_value()
    again = board(opens("/board"))
    again.wait_for_timeout(1000)
    expect(again.locator("#case")).to_have_attribute("data-inputs", "0")
    assert again.locator("textarea[name=board]").input_value() == form["scene"]
    draw(again, "o")
    drawn(again)
    assert [each["type"] for each in scene(again)] == ["rectangle", "ellipse"]


def test_what_was_just_drawn_is_kept_when_the_page_is_left(opens: Opens) -> None:
    page = board(opens("/board"))
    draw(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert [each["type"] for each in scene(page)] == ["rectangle"]


def test_the_board_is_fetched_when_it_comes_into_view(opens: Opens, form: dict[str, Any]) -> None:
    form["far"] = 4000
    page = opens("/board")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    loaded = "performance.getEntriesByType('resource').map(one => one.name).filter(name => /\\/board-/.test(name))"
    assert page.evaluate(loaded) == []
    page.locator("white-board").scroll_into_view_if_needed()
    board(page)
    assert any(re.search(r"/board-\w+\.js", url) for url in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_exported_as_they_look(opens: Opens, scheme: str) -> None:
    page = board(opens("/board", color_scheme=scheme))
    write(page, "Feature store → ranker")
    draw(page)
    drawn(page)
    with page.expect_download() as svg:
        page.get_by_role("button", name="Export SVG").click()
    assert svg.value.suggested_filename == "whiteboard.svg"
    text = svg.value.path().read_text()
    assert "Feature store → ranker" in text
    assert re.search(r"@font-face.*?Excalifont.*?url\(data:font/woff2;base64,[\w+/]{1000}", text, re.DOTALL)
    assert ("invert(" in text) == (scheme == "dark")
    with page.expect_download() as png:
        page.get_by_role("button", name="Export PNG").click()
    assert png.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_board_is_light_or_dark_as_the_page_is(opens: Opens) -> None:
    page = board(opens("/board", color_scheme="light"))
    dark = page.locator(".excalidraw.theme--dark")
    expect(dark).to_have_count(0)
    page.locator("[data-scheme-toggle]").first.click()
    expect(dark).to_have_count(1)
    page.locator("[data-scheme-toggle]").first.click()
    expect(dark).to_have_count(0)


def test_the_keyboard_gets_into_the_board_and_out_of_it(opens: Opens) -> None:
    page = board(opens("/board"))
    draw(page)
    drawn(page)
    page.keyboard.press("Escape")  # the selection
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Export SVG")).to_be_focused()
    page.locator("[data-scheme-toggle]").first.focus()
    next_one = page.get_by_role("button", name="Next", exact=True)
    for _ in range(60):
        page.keyboard.press("Tab")
        if next_one.evaluate("button => button === document.activeElement"):
            break
    expect(next_one).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 820])
def test_it_fits_small_screens(opens: Opens, width: int) -> None:
    page = board(opens("/board", viewport={"width": width, "height": 780}))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(".board-sheet").bounding_box()
    assert box
    assert box["width"] > width * 0.8
    draw(page)
    drawn(page)
    assert [each["type"] for each in scene(page)] == ["rectangle"]


def test_without_scripts_words_take_its_place(opens: Opens, form: dict[str, Any]) -> None:
    form["sketch"] = "client → gateway"
    page = opens("/board", java_script_enabled=False)
    expect(page.get_by_text("The whiteboard needs JavaScript")).to_be_visible()
    expect(page.get_by_label("Sketch in words")).to_have_value("client → gateway")
    page.get_by_label("Sketch in words").fill("client → gateway → ranker")


def test_a_board_that_cannot_be_fetched_says_so(browser: Browser, serving: conftest.Serving) -> None:
    page = browser.new_page(base_url=serving.url)
    page.route(re.compile(r"/board-\w+\.js"), lambda route: route.abort())
    page.goto("/board")
    expect(page.get_by_text("The whiteboard could not be opened")).to_be_visible()
    expect(page.get_by_label("Sketch in words")).to_be_editable()
    page.context.close()


def test_a_scene_that_cannot_be_read_is_left_as_it_is(opens: Opens, form: dict[str, Any]) -> None:
    form["scene"] = '{"elements": ['
    page = opens("/board")
    expect(page.get_by_text("The whiteboard could not be opened")).to_be_visible()
    assert page.locator("textarea[name=board]").input_value() == '{"elements": ['


def test_the_keys_of_the_board_are_not_those_of_the_app(opens: Opens) -> None:
    page = board(opens("/board"))
    draw(page, "p")  # a pencil here, the list of problems elsewhere
    drawn(page)
    assert [each["type"] for each in scene(page)] == ["freedraw"]
    for key in "jk/1234r":
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.url.endswith("/board")


def test_nothing_is_offered_that_needs_another_server(opens: Opens) -> None:
    page = board(opens("/board"))
    page.get_by_title("More tools").click()
    expect(page.get_by_text("Frame tool")).to_be_visible()
    for word in ("Mermaid", "Web Embed", "Generate", "Library", "GitHub"):
        expect(page.locator("white-board").get_by_text(word)).to_be_hidden()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Help").first.click()
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_visible()
    expect(page.get_by_role("link", name="Documentation")).to_be_focused()  # else Escape would not reach the dialog
    expect(page.locator(".HelpDialog a")).to_have_count(1)
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_hidden()
    assert page.url.endswith("/board")


def test_letters_that_no_font_of_ours_has_are_drawn_with_the_machine_s_own(opens: Opens) -> None:
    page = board(opens("/board"))
    missed: list[str] = []
    page.on("response", lambda answer: missed.append(answer.url) if answer.status >= 400 else None)
    write(page, "推荐系统 — смотри ½ ≈ ê")
    drawn(page)
    with page.expect_download() as svg:
        page.get_by_role("button", name="Export SVG").click()
    assert "推荐系统" in svg.value.path().read_text()
    page.wait_for_timeout(500)
    assert missed == []
