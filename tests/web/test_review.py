"""The session of review as plain pages: every kind of card, every action, and no script."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from html import unescape

import pytest
from starlette.testclient import TestClient

from sharpen.domain.attempt import Origin
from sharpen.domain.card import Choice, Generator, Numeric, Order, Recall
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.domain.session import Given
from sharpen.practice import Workspace
from sharpen.practice.cards.numeric import NUMERIC
from sharpen.practice.cards.shuffling import shuffled
from sharpen.practice.day import listing, plan, session, statistics
from sharpen.practice.items.asked import Asked
from sharpen.practice.solving import attempts
from sharpen.practice.solving import drafts as draft
from sharpen.web.view import TEMPLATES
from tests.looking import look
from tests.web.conftest import squeezed

TOPIC = "k-means"


@dataclass
class Reviewer:
    """Someone with a browser without scripts, in a session about one topic."""

    client: TestClient
    ws: Workspace
    topic: str = TOPIC

    @property
    def asked(self) -> Asked:
        asked = look(self.ws, session.current, self.topic).asked
        assert asked is not None
        return asked

    def see(self) -> str:
        return unescape(squeezed(self.client.get(f"/review?topic={self.topic}").text))

    def press(self, action: str, **fields: object) -> str:
        """Post the form of the page with some fields, and see the page it leads to."""
        now = look(self.ws, session.current, self.topic).asked
        form = {"topic": self.topic, "key": now.key if now else "", "kind": now.kind if now else "", **fields}
        answer = self.client.post(f"/review/{action}", data=form)
        assert answer.status_code == 303, answer.text
        location = answer.headers["location"]
        assert location.partition("&did=")[0] == f"/review?topic={self.topic}"
        return unescape(squeezed(self.client.get(location).text))

    def go_to(self, kind: ItemKind) -> Asked:
        """Bury items until one of a kind is in front."""
        while self.asked.kind is not kind:
            self.press("bury")
        return self.asked


@pytest.fixture
def reviewer(client: TestClient, workspace: Workspace) -> Reviewer:
    session.resume(workspace, TOPIC)
    return Reviewer(client, workspace)


def right_places(ws: Workspace, asked: Asked) -> list[int]:
    """The right places of a choice or an order card, as they are shown."""
    card, seed = ws.library.cards[asked.item], int(asked.key.rpartition(":")[2])
    assert isinstance(card, Choice | Order)
    order = shuffled(card, seed)
    if isinstance(card, Choice):
        return [shown for shown, place in enumerate(order) if card.options[place].right]
    return [order.index(place) for place in range(len(order))]


def test_a_choice(reviewer: Reviewer) -> None:
    asked = reviewer.go_to(ItemKind.CHOICE)
    html = reviewer.see()
    assert html.count('name="place"') == len(asked.options)
    assert "Good" not in html
    html = reviewer.press("answer", place=right_places(reviewer.ws, asked))
    assert ">Right<" in html
    assert re.search(r'primary" id="rate-3"', html)
    assert html.count('class="because"') == len(asked.options)
    reviewer.press("rate", rating=3, seconds="12.5")
    assert reviewer.asked.key != asked.key
    assert look(reviewer.ws, statistics.gather).days[0].reviews == 1


@pytest.mark.parametrize("kind", [ItemKind.CHOICE, ItemKind.ORDER])
def test_checking_nothing_is_no_answer(reviewer: Reviewer, kind: ItemKind) -> None:
    if kind is ItemKind.ORDER:
        reviewer.topic = topic_with(reviewer.ws, kind)
        reviewer.see()
    asked = reviewer.go_to(kind)
    nothing = {"topic": reviewer.topic, "key": asked.key, "kind": kind, "position": [""] * len(asked.options)}
    refused = reviewer.client.post("/review/answer", data=nothing)
    assert "Choose first" in refused.text
    assert reviewer.asked.judged is None
    assert ">Not quite<" in reviewer.press("answer", reveal="1")


def topic_with(ws: Workspace, kind: ItemKind) -> str:
    """A topic that has a card of a kind."""
    cards = (card for topic in ws.library.outline for card in ws.library.cards.of_topic(topic.id))
    return next(card.topic for card in cards if card.kind == kind)


def test_a_wrong_choice_comes_back(reviewer: Reviewer) -> None:
    asked = reviewer.go_to(ItemKind.CHOICE)
    right = right_places(reviewer.ws, asked)
    html = reviewer.press("answer", place=next(place for place in range(len(asked.options)) if place not in right))
    assert ">Not quite<" in html
    assert "your answer" in html
    assert re.search(r'primary" id="rate-1"', html)
    left = session.resume(reviewer.ws, TOPIC).progress.left
    reviewer.press("rate", rating=1)
    assert session.resume(reviewer.ws, TOPIC).progress.left == left


def test_a_number(reviewer: Reviewer) -> None:
    asked = reviewer.go_to(ItemKind.NUMERIC)
    card = reviewer.ws.library.cards[asked.item]
    assert isinstance(card, Generator)
    answer = card.instance(int(asked.key.rpartition(":")[2])).answer
    refused = reviewer.client.post(
        "/review/answer", data={"topic": TOPIC, "key": asked.key, "kind": "numeric", "typed": "a <b>lot</b>"}
    )
    assert refused.status_code == 400
    assert "is not a number" in refused.text
    assert 'value="a &lt;b&gt;lot&lt;/b&gt;"' in refused.text
    nothing = reviewer.client.post("/review/answer", data={"topic": TOPIC, "key": asked.key, "kind": "numeric"})
    assert "Type a number" in nothing.text
    assert reviewer.asked.judged is None
    html = reviewer.press("answer", typed=str(answer))
    assert ">Right<" in html
    assert 'class="prose explanation"' in html


def test_not_knowing_shows_the_answer(reviewer: Reviewer) -> None:
    reviewer.go_to(ItemKind.NUMERIC)
    html = reviewer.press("answer", reveal="1", typed="12")
    assert ">Not quite<" in html
    assert "<dt>You</dt>" not in html


def test_an_order(reviewer: Reviewer) -> None:
    reviewer.topic = topic = topic_with(reviewer.ws, ItemKind.ORDER)
    reviewer.see()
    asked = reviewer.go_to(ItemKind.ORDER)
    count = len(asked.options)
    twice = {"topic": topic, "key": asked.key, "kind": "order", "position": ["1"] * count}
    assert f"from 1 to {count}" in reviewer.client.post("/review/answer", data=twice).text
    right = right_places(reviewer.ws, asked)
    positions = [str(right.index(place) + 1) for place in range(count)]
    html = reviewer.press("answer", position=positions)
    assert ">Right<" in html
    assert html.count('data-state="right"') == count


def test_ticks_are_kept_with_the_rating(reviewer: Reviewer) -> None:
    asked = reviewer.go_to(ItemKind.RECALL)
    card = reviewer.ws.library.cards[asked.item]
    assert isinstance(card, Recall)
    html = reviewer.press("answer", reveal="1")
    assert html.count('type="checkbox"') == len(card.points)
    reviewer.press("rate", rating=4, place=list(range(len(card.points))))
    html = reviewer.press("undo")
    assert reviewer.asked.item == asked.item
    assert html.count(" checked") == len(card.points)


def test_undo_goes_back_as_far_as_the_session(reviewer: Reviewer) -> None:
    seen = []
    for action in ("bury", "suspend", "bury"):
        seen.append(reviewer.asked.item)
        reviewer.press(action)
    for item in reversed(seen):
        reviewer.press("undo")
        assert reviewer.asked.item == item
    refused = reviewer.client.post("/review/undo", data={"topic": TOPIC})
    assert refused.status_code == 400
    assert look(reviewer.ws, listing.suspended) == []


def test_a_second_click_changes_nothing(reviewer: Reviewer) -> None:
    first = reviewer.asked
    reviewer.press("bury")
    late = reviewer.client.post("/review/bury", data={"topic": TOPIC, "key": first.key})
    assert late.status_code == 400
    assert "nothing was changed" in late.text
    assert look(reviewer.ws, session.current, TOPIC).asked == reviewer.asked


def test_what_was_typed_stays_with_its_card(reviewer: Reviewer) -> None:
    asked = reviewer.go_to(ItemKind.NUMERIC)
    form = {"topic": TOPIC, "kind": "numeric", "typed": "12 apples"}
    for key, shown in ((asked.key, True), ("0:another-card:1", False)):
        answer = reviewer.client.post("/review/answer", data={**form, "key": key})
        assert ('value="12 apples"' in answer.text) is shown


def test_it_says_what_was_done_without_scripts(reviewer: Reviewer) -> None:
    assert "Suspended: not asked until you" in reviewer.press("suspend")
    assert "Taken back." in reviewer.press("undo")
    assert "Buried: not asked again today." in reviewer.press("bury")
    assert "Note kept." in reviewer.press("note", note="odd")
    assert "Buried" not in reviewer.see()


def test_the_page_is_never_shown_from_a_cache(reviewer: Reviewer) -> None:
    assert reviewer.client.get("/review").headers["cache-control"] == "no-store"


def test_a_card_that_does_not_stick_says_so_with_advice(reviewer: Reviewer) -> None:
    asked = reviewer.asked
    reviewer.press("answer", reveal="1")
    reviewer.press("rate", rating=1)
    with reviewer.ws.writing() as work:
        known = work.memories.get(asked.item)
        assert known is not None
        assert known.memory is not None
        work.memories.put(replace(known, memory=replace(known.memory, lapses=8)))
    while reviewer.asked.item != asked.item:
        reviewer.press("bury")
    html = reviewer.see()
    assert "Forgotten 8 times" in html
    assert listing.advice_on(asked.kind) not in html, "advice may give the answer away"
    assert listing.advice_on(asked.kind) in reviewer.press("answer", reveal="1")


def test_a_fraction_is_shown_in_decimals_too() -> None:
    third = Generator("x/third", "x", lambda _: Numeric("?", Fraction(1, 3), "."))
    half = Generator("x/half", "x", lambda _: Numeric("?", Fraction(1, 2), "."))
    whole = Generator("x/whole", "x", lambda _: Numeric("?", Fraction(4, 2), "."))
    shown = [NUMERIC.judge(card, 0, Given()).decimal for card in (third, half, whole)]
    assert shown == ["≈ 0.3333", "= 0.5", ""]


def test_a_note_stays_with_the_item(reviewer: Reviewer) -> None:
    html = reviewer.press("note", note="Is this <i>right</i>?")
    assert "Your note" in html
    assert "<b>Your note:</b> Is this <i>right</i>?" not in html, "not before the answer"
    assert "<b>Your note:</b>Is this" in reviewer.press("answer", reveal="1")
    (noted,) = look(reviewer.ws, listing.noted)
    assert noted.note == "Is this <i>right</i>?"


def test_the_session_of_a_topic_ends(reviewer: Reviewer) -> None:
    while look(reviewer.ws, session.current, TOPIC).asked:
        reviewer.press("answer", reveal="1")
        html = reviewer.press("rate", rating=4)
    assert "Done with k-means for now" in html
    assert 'href="/review"' in html


def test_the_end_of_a_session_says_how_it_went_and_what_it_did(reviewer: Reviewer) -> None:
    plan.change(reviewer.ws, date=(datetime.now() + timedelta(days=19)).date())
    missed, html = reviewer.asked, ""
    while asked := look(reviewer.ws, session.current, TOPIC).asked:
        reviewer.press("answer", reveal="1")
        html = reviewer.press("rate", rating=1 if asked.item == missed.item and not asked.again else 4)
    cards = sum(item.topic == TOPIC for item in reviewer.ws.library.cards.index().values())
    assert f"{cards - 1} of {cards} known at the first try" in html
    assert f'<a href="/topics/{TOPIC}">{missed.question[:20]}' in html
    assert re.search(r"<dd>\+[0-9.]+ points?", html)
    assert ", your interview</dt>" in html
    assert "due by then" in html
    assert "Streak" not in html, "one day is none"


def test_today_begins_with_new_cards_and_ends(client: TestClient, workspace: Workspace) -> None:
    plan.change(workspace, new_a_day=2)
    html = client.get("/review").text
    assert "2 left, 2 new" in html
    for waiting in (">2 new<", ">1 new<"):
        asked = look(workspace, session.current).asked
        assert asked is not None
        client.post("/review/answer", data={"key": asked.key, "reveal": "1"})
        assert waiting in client.get("/").text
        client.post("/review/rate", data={"key": asked.key, "rating": "4"})
    html = client.get("/review").text
    assert "Done for today" in html
    assert 'class="due"' not in html
    assert client.post("/review/more").headers["location"] == "/review"
    assert session.resume(workspace).progress.left > 0


def test_a_problem_that_was_solved_comes_back(client: TestClient, workspace: Workspace, solution: str) -> None:
    attempt = attempts.submit(workspace, "k-means", solution, origin=Origin.WEB)
    list(attempts.judge(workspace, attempt.id))
    saved = draft.save(workspace, "k-means", solution, (), 5.0)
    now = datetime.now(UTC)
    with workspace.writing() as work:
        known = work.memories.get("k-means")
        assert known is not None
        assert known.memory is not None
        work.drafts.put(replace(saved, updated=now - timedelta(days=90)))
        work.memories.put(replace(known, memory=replace(known.memory, last=now - timedelta(days=90), due=now)))
    plan.change(workspace, new_a_day=0)
    assert ">1 due<" in client.get("/").text
    html = client.get("/review").text
    assert "Solve it again" in html
    assert "I could not solve it" in html
    asked = look(workspace, session.current).asked
    assert asked is not None
    answer = client.post("/review/solve", data={"key": asked.key})
    assert answer.headers["location"] == "/problems/k-means"
    assert look(workspace, draft.draft, "k-means").source == workspace.library.problems.starter("k-means")
    closed = client.get("/problems/k-means?tab=solution").text
    assert "due to be solved again" in closed
    assert "Show me the solution" in closed


@pytest.mark.parametrize("rating", ["0", "5", "good", ""])
def test_ratings_that_do_not_exist(reviewer: Reviewer, rating: str) -> None:
    reviewer.press("answer", reveal="1")
    form = {"topic": TOPIC, "key": reviewer.asked.key, "rating": rating}
    assert reviewer.client.post("/review/rate", data=form).status_code == 400
    assert reviewer.asked.judged is not None


def test_what_is_not_there(client: TestClient) -> None:
    assert client.get("/review?topic=nowhere").status_code == 404
    assert client.post("/review/nothing").status_code == 404
    assert client.post("/review/solve", data={"key": "x"}).status_code == 400


def test_every_rating_shows_its_interval(reviewer: Reviewer) -> None:
    html = reviewer.press("answer", reveal="1")
    intervals = reviewer.asked.intervals
    assert intervals is not None
    shown = re.findall(r'data-rating="(\d)".*?<small>(.*?)</small>', html, re.S)
    assert [int(rating) for rating, _ in shown] == list(Rating)
    assert all(text for _, text in shown)
    assert shown[3][1].startswith(str(round(intervals[Rating.EASY].total_seconds() / 86400)))


def test_a_script_gets_the_session_alone(reviewer: Reviewer) -> None:
    script = {"hx-request": "true"}
    html = reviewer.client.post("/review/undo", data={"topic": TOPIC}, headers=script)
    assert html.status_code == 200
    assert "<html" not in html.text
    assert 'role="alert"' in html.text


def test_every_kind_of_item_has_a_template() -> None:
    for kind in ItemKind:
        assert (TEMPLATES / f"review/_{kind}.html").is_file(), f"the review cannot show a {kind}"
