"""The breadth round as a candidate lives it: a date, a lesson, twenty cards, a crash, and to Anki and back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.session import Entry, Session
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import session, statistics
from tests.looking import look

from .conftest import Opens, Serving
from .test_review import answer, rate, started

CARDS = 20
OPENING = "roc-curve"


@pytest.fixture
def queue(workspace: Workspace) -> list[Item]:
    """The session of the day: twenty cards, five of each kind in turn, the rest of the lesson's topic first."""
    cards = list(workspace.library.cards.index().values())
    kinds = [[item for item in cards if item.kind is kind][:5] for kind in ItemKind if kind is not ItemKind.PROBLEM]
    mixed = [item for item in chain.from_iterable(zip_longest(*kinds)) if item]
    entries = tuple(Entry(item, seed) for seed, item in enumerate(mixed))
    with workspace.writing() as work:
        work.review_sessions.put(Session(workspace.learner, "", datetime.now(UTC), entries))
    return mixed


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Another machine, where nothing was reviewed yet."""
    opened = open_workspace(Settings(home=tmp_path_factory.mktemp("elsewhere")))
    yield opened
    opened.close()


def sit(page: Page, ws: Workspace, cards: int) -> None:
    """Answer and rate cards with the keyboard."""
    for number in range(cards):
        asked = answer(page, ws)
        if asked.kind is ItemKind.RECALL:
            page.keyboard.press("a")
            expect(page.locator("#point-1")).to_be_checked()
        rate(page, "34"[number % 2], asked)


def test_from_the_date_to_anki_and_back(
    opens: Opens, workspace: Workspace, serving: Serving, queue: list[Item], elsewhere: Workspace, tmp_path: Path
) -> None:
    assert len(queue) == CARDS
    page = opens("/plan")
    interview = day_of(datetime.now(UTC)) + timedelta(days=30)
    page.get_by_label("Interview date").fill(interview.isoformat())
    page.get_by_role("button", name="Save the plan").press("Enter")
    expect(page.locator(".intro")).to_contain_text("30 days to the interview")
    expect(page.locator("#expected")).to_contain_text(str(interview.year))
    assert look(workspace, lambda work: work.plans.get()).date == interview
    with workspace.writing() as work:  # a new plan chooses the cards of the day again: put back the twenty
        entries = tuple(Entry(item, seed) for seed, item in enumerate(queue))
        work.review_sessions.put(Session(workspace.learner, "", datetime.now(UTC), entries))

    page.goto(f"/topics/{OPENING}")
    expect(page.get_by_role("heading", level=1)).to_have_text("ROC curve")
    expect(page.locator("main math").first).to_be_attached()
    expect(page.locator(".drawn img").first).to_be_visible()
    page.wait_for_load_state("networkidle")

    serving.stop()
    server = started(serving.port, tmp_path)
    page.goto("/review")
    sit(page, workspace, CARDS // 2)
    half = look(workspace, session.current).asked
    assert half is not None
    answer(page, workspace)
    server.kill()
    server.wait()
    server = started(serving.port, tmp_path)
    page.reload()
    expect(page.locator(f'review-card[data-key="{half.key}"][data-answered]')).to_be_visible()
    rate(page, "3", half)
    sit(page, workspace, CARDS // 2 - 1)
    expect(page.get_by_role("heading", name="Done for today")).to_be_visible()
    (day,) = look(workspace, statistics.gather).days
    assert (day.reviews, day.met) == (CARDS, CARDS)
    server.terminate()
    server.wait()
    serving.start()

    page.goto("/anki")
    page.get_by_label("only cards I have met").check()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Export").press("Enter")
    package = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(package)
    assert package.name == "sharpen.apkg"

    with workspace.reading() as work:
        mine = {each.item: each.memory for each in work.memories.everything()}
    serving.stop()
    serving.workspace = elsewhere
    serving.start()
    page.goto("/anki")
    page.get_by_label("File from Anki").set_input_files(package)
    page.get_by_role("button", name="Import").press("Enter")
    expect(page.get_by_role("heading", name="Up to date")).to_be_visible()
    expect(page.locator("section.done")).to_contain_text(f"For {CARDS} cards your reviews in Anki count now.")
    with elsewhere.reading() as work:
        theirs = {each.item: each.memory for each in work.memories.everything()}
    assert theirs.keys() == mine.keys() == set(queue)
    for item, memory in mine.items():
        there = theirs[item]
        assert memory is not None
        assert there is not None
        assert there.stability == pytest.approx(memory.stability, rel=1e-3)
        assert there.difficulty == pytest.approx(memory.difficulty, abs=0.01)
        assert abs(there.due - memory.due) < timedelta(days=1, hours=1)
