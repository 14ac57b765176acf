"""Reviewing with the keyboard alone: cards of all kinds, a server that dies in the middle, and no barrier."""

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import zip_longest
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sharpen.domain.card import Choice, Generator, Order
from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.session import Entry, Session
from sharpen.practice import Workspace
from sharpen.practice.cards.shuffling import shuffled
from sharpen.practice.day import listing, plan, session, statistics
from sharpen.practice.items.asked import Asked
from tests.looking import look
from tests.sampling import of_today

from .conftest import Opens, Serving
from .test_pages import LOOKS, barriers

ECHO = 350
"""Milliseconds after which the key that brought a card is taken for an answer to it."""
PATHS = [
    "/review",
    "/review?topic=pca",
    "/plan",
    "/plan/forecast",
    "/progress",
    "/statistics",
    "/suspended",
    "/anki",
    "/topics/pca",
]


@pytest.fixture
def varied(workspace: Workspace) -> list[Item]:
    """A session of the day with three cards of each kind in turn."""
    by_kind: dict[ItemKind, list[Item]] = {}
    for item in workspace.library.cards.index().values():
        by_kind.setdefault(item.kind, []).append(item)
    turns = [item for turn in zip_longest(*(cards[:3] for cards in by_kind.values())) for item in turn if item]
    queue = tuple(Entry(item, seed) for seed, item in enumerate(turns))
    with workspace.writing() as work:
        work.review_sessions.put(Session(workspace.learner, "", datetime.now(UTC), queue))
    return turns


def keys(ws: Workspace, asked: Asked) -> list[str]:
    """What a learner who knows the answer types, up to the moment the card is rated."""
    card, seed = (ws.library.cards[asked.item], int(asked.key.rpartition(":")[2]))
    if isinstance(card, Choice):
        return [*(str(n) for n, place in enumerate(shuffled(card, seed), 1) if card.options[place].right), "Enter"]
    if isinstance(card, Order):
        order = shuffled(card, seed)
        return [*("abcdefghi"[order.index(place)] for place in range(len(order) - 1)), "Enter"]
    if isinstance(card, Generator):
        return [*str(card.instance(seed).answer), "Enter"]
    return ["Space"]


def answer(page: Page, ws: Workspace, topic: str = "") -> Asked:
    """Answer the item in front by keyboard and wait until the page shows the result."""
    asked = look(ws, session.current, topic).asked
    assert asked is not None
    expect(page.locator(f'review-card[data-key="{asked.key}"]')).to_be_visible()
    for key in keys(ws, asked):
        page.keyboard.press(key)
    expect(page.locator(f'review-card[data-key="{asked.key}"][data-answered]')).to_be_visible()
    return asked


def started(port: int, home: Path) -> subprocess.Popen[str]:
    """A server of its own process, once it answers."""
    command = [sys.executable, "-m", "sharpen.cli.main", "serve", "--port", str(port), "--no-open"]
    environment = {**os.environ, "SHARPEN_HOME": str(home)}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    assert "sharpen is at" in server.stdout.readline()
    return server


def rate(page: Page, key: str, asked: Asked) -> None:
    page.keyboard.press(key)
    expect(page.locator(f'review-card[data-key="{asked.key}"]')).to_have_count(0)
    page.wait_for_timeout(ECHO)


def test_a_session_by_keyboard_survives_the_death_of_its_server(
    opens: Opens, workspace: Workspace, serving: Serving, varied: list[Item], tmp_path: Path
) -> None:
    page = opens("/problems")
    serving.stop()
    server = started(serving.port, tmp_path)
    page.goto("/review")
    reviewed: list[Asked] = []
    for number in range(len(varied)):
        asked = answer(page, workspace)
        if asked.kind is ItemKind.RECALL:
            page.keyboard.press("a")
            expect(page.locator("#point-1")).to_be_checked()
        else:
            expect(page.locator(".outcome")).to_have_text("Right")
        if number == 5:  # in the middle of a card: answered, not yet rated
            server.kill()
            server.wait()
            page.keyboard.press("3")
            expect(page.get_by_role("alert")).to_contain_text("sharpen does not answer")
            server = started(serving.port, tmp_path)
            page.reload()
            expect(page.locator(f'review-card[data-key="{asked.key}"][data-answered]')).to_be_visible()
        rate(page, "34"[number % 2], asked)
        reviewed.append(asked)
    expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
    assert [asked.item for asked in reviewed] == [item.id for item in varied]
    assert Counter(asked.kind for asked in reviewed).keys() >= {"choice", "numeric", "order", "recall"}
    (day,) = look(workspace, statistics.gather).days
    assert day.reviews == len(varied)
    assert 0 < day.seconds < 300
    server.terminate()
    server.wait()


def test_the_other_keys(opens: Opens, workspace: Workspace, varied: list[Item]) -> None:
    page = opens("/review")
    first, second = varied[0], varied[1]
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Undo, as often as you like")
    page.keyboard.press("Escape")

    page.keyboard.press("Shift+E")
    page.keyboard.type("Is this u, s or b?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-note]")).to_contain_text("Your note")
    assert look(workspace, listing.noted)[0].note == "Is this u, s or b?"

    page.keyboard.press("Shift+S")
    expect(page.locator("#undo")).to_be_enabled()
    assert [one.standing.item for one in look(workspace, listing.suspended)] == [first]
    page.keyboard.press("Shift+B")
    page.locator(f'review-card[data-key^="2:{varied[2].id}"]').wait_for()
    page.keyboard.press("Shift+U")
    page.locator(f'review-card[data-key^="1:{second.id}"]').wait_for()
    page.keyboard.press("Shift+U")
    page.locator(f'review-card[data-key^="0:{first.id}"]').wait_for()
    assert look(workspace, listing.suspended) == []
    expect(page.locator("#undo")).to_be_disabled()

    asked = answer(page, workspace)
    rate(page, "4", asked)
    expect(page.locator("#due")).to_have_text(f"{len(varied) - 1} new")
    page.keyboard.press("u")
    expect(page.locator(f'review-card[data-key="{asked.key}"][data-answered]')).to_be_visible()


def test_an_order_is_built_and_taken_back(opens: Opens, workspace: Workspace, varied: list[Item]) -> None:
    page = opens("/review")
    while (asked := look(workspace, session.current).asked) and asked.kind is not ItemKind.ORDER:
        page.locator(f'review-card[data-key="{asked.key}"]').wait_for()
        page.keyboard.press("Shift+B")
        expect(page.locator(f'review-card[data-key="{asked.key}"]')).to_have_count(0)
    places = page.locator("[data-step] select")
    places.first.wait_for()
    count = places.count()
    for letter in "abcdefghi"[: count - 1]:
        page.keyboard.press(letter)
    assert [place.input_value() for place in places.all()] == [str(n + 1) for n in range(count)]
    page.keyboard.press("abcdefghi"[count - 1])  # it has its place already, and who counts along may press it
    assert places.last.input_value() == str(count)
    page.keyboard.press("Backspace")
    assert [place.input_value() for place in places.all()] == [str(n + 1) for n in range(count - 2)] + ["", ""]
    page.locator("[data-step]").last.locator("kbd").click()
    assert places.last.input_value() == str(count - 1)
    page.keyboard.press("Enter")
    expect(page.locator("review-card[data-answered]")).to_be_visible()
    assert len(varied) > 1


def recalled(workspace: Workspace, count: int) -> list[Item]:
    """A session of recall cards alone."""
    listing = [item for item in workspace.library.cards.index().values() if item.kind is ItemKind.RECALL][:count]
    with workspace.writing() as work:
        queue = tuple(Entry(item, seed) for seed, item in enumerate(listing))
        work.review_sessions.put(Session(workspace.learner, "", datetime.now(UTC), queue))
    return listing


def test_a_key_held_down_or_pressed_twice_acts_once(opens: Opens, workspace: Workspace) -> None:
    recalled(workspace, 5)
    page = opens("/review")
    for _ in range(20):  # a key held down repeats
        page.keyboard.down("Space")
        page.wait_for_timeout(25)
    page.keyboard.up("Space")
    first = look(workspace, session.current).asked
    assert first is not None
    assert first.judged is not None, "revealed, and not rated"
    assert look(workspace, statistics.gather).days == ()
    page.wait_for_timeout(ECHO)
    page.keyboard.press("1")
    page.keyboard.press("1")
    page.wait_for_timeout(ECHO)
    assert session.resume(workspace).progress.rated == 1
    page.keyboard.press("Space")
    page.locator("review-card[data-answered]").wait_for()
    page.keyboard.press("Space")  # in haste
    page.wait_for_timeout(ECHO)
    expect(page.locator("review-card[data-answered]")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("review-card[data-answered]")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_undo_as_fast_as_one_likes(opens: Opens, workspace: Workspace) -> None:
    items_ = recalled(workspace, 5)
    page = opens("/review")
    for item in items_[:4]:
        page.locator(f'review-card[data-key*="{item.id}"]').wait_for()
        page.wait_for_timeout(ECHO)
        page.keyboard.press("Shift+B")
    page.locator(f'review-card[data-key*="{items_[4].id}"]').wait_for()
    for _ in range(4):
        page.keyboard.press("u")
    page.locator(f'review-card[data-key^="0:{items_[0].id}"]').wait_for()


def test_it_says_what_was_done(opens: Opens, varied: list[Item]) -> None:
    page = opens("/review")
    page.locator("review-card").wait_for()
    status = page.get_by_role("status")
    page.keyboard.press("Shift+S")
    expect(status).to_contain_text("Suspended: not asked until you take it back.")
    page.keyboard.press("Shift+U")
    expect(status).to_contain_text("Taken back.")
    page.keyboard.press("Shift+B")
    expect(status).to_contain_text("not asked again today")
    assert len(varied) > 1


def test_going_back_shows_the_card_of_now(opens: Opens, workspace: Workspace, varied: list[Item]) -> None:
    page = opens("/review")
    asked = answer(page, workspace)
    rate(page, "3", asked)
    page.get_by_role("link", name="Progress").click()
    page.wait_for_url("**/progress")
    page.go_back()
    now = look(workspace, session.current).asked
    assert now is not None
    page.locator(f'review-card[data-key="{now.key}"]').wait_for()
    assert len(varied) > 1


def test_two_windows(opens: Opens, workspace: Workspace, varied: list[Item]) -> None:
    page = opens("/review")
    other = page.context.new_page()
    other.goto("/review")
    rate(page, "3", answer(page, workspace))
    other.keyboard.press("Shift+S")
    expect(other.get_by_role("alert")).to_contain_text("nothing was changed")
    assert look(workspace, listing.suspended) == []
    rate(other, "3", answer(other, workspace))
    assert session.resume(workspace).progress.rated == 2
    assert len(varied) > 2


def test_help_opens_from_a_number_too(opens: Opens, workspace: Workspace, varied: list[Item]) -> None:
    page = opens("/review")
    while (asked := look(workspace, session.current).asked) and asked.kind is not ItemKind.NUMERIC:
        rate(page, "Shift+B", asked)
    expect(page.locator("#typed")).to_be_focused()
    page.keyboard.type("1")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#typed")).to_have_value("1")
    expect(page.locator("#typed")).to_be_focused()
    assert len(varied) > 1


def test_what_came_of_an_answer_is_in_view_on_a_telephone(opens: Opens, workspace: Workspace) -> None:
    item = workspace.library.cards.index()["viterbi/best-path-probability"]
    with workspace.writing() as work:
        work.review_sessions.put(Session(workspace.learner, "", datetime.now(UTC), (Entry(item, 1),)))
    page = opens("/review", viewport={"width": 390, "height": 844})
    page.locator("#typed").fill("0.5")
    page.keyboard.press("Enter")
    outcome = page.locator(".outcome").bounding_box()
    ratings = page.locator(".ratings").bounding_box()
    assert outcome is not None
    assert ratings is not None
    assert 0 < outcome["y"] < ratings["y"] - 60
    assert page.get_by_role("group", name="Not quite").count() == 1


def test_a_picture_and_the_way_from_a_lesson_to_its_cards(opens: Opens) -> None:
    page = opens("/topics/pca")
    picture = page.locator("figure.drawn img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('figure.drawn img').naturalWidth > 0")
    page.get_by_role("link", name="Review this topic").click()
    expect(page.locator(".session-title")).to_have_text("PCA")


@pytest.mark.parametrize("appearance", of_today(["light", "dark", "narrow"], 1))
def test_axe_finds_nothing_serious(opens: Opens, workspace: Workspace, varied: list[Item], appearance: str) -> None:
    plan.change(workspace, date=day_of(datetime.now(UTC)) + timedelta(days=9))
    listing.suspend(workspace, varied[-1].id)
    listing.note(workspace, varied[-2].id, "Read this again")
    page = opens("/review", **LOOKS[appearance])
    found = {}
    for _ in ItemKind.CHOICE, ItemKind.NUMERIC, ItemKind.ORDER, ItemKind.RECALL:
        asked = look(workspace, session.current).asked
        assert asked is not None
        page.locator(f'review-card[data-key="{asked.key}"]').wait_for()
        page.wait_for_timeout(300)  # until it has come in
        found[f"{asked.kind}: question"] = barriers(page)
        answer(page, workspace)
        page.wait_for_timeout(300)
        found[f"{asked.kind}: answer"] = barriers(page)
        rate(page, "3", asked)
    for path in PATHS:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        found[path] = barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    assert {path: rows for path, rows in found.items() if rows} == {}


def test_a_session_without_scripts(opens: Opens, workspace: Workspace, varied: list[Item]) -> None:
    page = opens("/review", java_script_enabled=False)
    for _ in range(4):
        asked = look(workspace, session.current).asked
        assert asked is not None
        page.locator("#reveal").click()
        page.get_by_role("button", name="Good").click()
    assert look(workspace, statistics.gather).days[0].reviews == 4
    assert len(varied) > 4
