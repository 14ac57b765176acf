"""The placement with all of our content: ordinary reviews, left and gone on with, and what it makes of readiness."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sharpen.content.library import Library
from sharpen.domain.item import ItemKind
from sharpen.domain.memory import Rating
from sharpen.practice import Workspace
from sharpen.practice.day import plan, readiness, session
from sharpen.practice.day.placement import QUESTIONS
from sharpen.practice.day.session_view import Front
from sharpen.practice.day.subject import PLACEMENT
from tests.looking import look
from tests.practice.reviewing import START, clock, right_answer

T = PLACEMENT.id


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture
def ws(ws: Workspace, library: Library) -> Workspace:
    return replace(ws, library=library)


def answered(ws: Workspace, front: Front, right: bool) -> Front:
    """The session after an answer and the rating that is offered for it."""
    asked = front.asked
    assert asked
    given = right_answer(ws, asked, int(asked.key.rpartition(":")[2])) if right and asked.kind != "drill" else {}
    judged = session.answer(ws, asked.key, **given, topic=T).asked
    assert judged
    assert judged.judged
    offered = judged.judged.suggested
    if right and asked.kind != "drill":
        assert offered is (Rating.GOOD if asked.kind is ItemKind.CHOICE else Rating.EASY)
    else:
        assert offered is Rating.AGAIN
    return session.rate(ws, asked.key, offered, seconds=20, topic=T)


def placed(ws: Workspace, right: bool) -> list[str]:
    """The whole placement of somebody who knows everything, or nothing; the topics that were asked about."""
    front, topics = session.resume(ws, T), []
    while front.asked:
        topics.append(front.asked.topic)
        front = answered(ws, front, right)
    assert front.progress.rated == QUESTIONS == len(topics)
    return topics


def test_who_knows_everything_is_believed_to_and_who_knows_nothing_is_not(ws: Workspace) -> None:
    topics = placed(ws, right=True)
    round_of = {topic.id: topic.round for topic in ws.library.outline}
    asked = [round_of[topic] for topic in topics]
    assert {asked.count(round_) for round_ in ws.library.outline.rounds} <= {2, 4}, "by turns; single topics twice"
    known = look(ws, readiness.gather)
    for each in known.rounds:
        if each.id != "general-coding":  # the drills among them were not recognized
            assert each.whole.now.mean > 0.4, each.id
    with ws.reading() as work:
        memories = list(work.memories.everything())
    assert len(memories) == QUESTIONS
    assert all(one.memory and one.memory.reviews == 1 for one in memories), "nothing is asked twice"
    numeric = [one.memory for one in memories if one.item.kind is ItemKind.NUMERIC]
    assert all(memory and memory.stability > 7 for memory in numeric), "it was known before, not learned yesterday"


def test_who_knows_nothing_is_believed_to_know_nothing(ws: Workspace) -> None:
    placed(ws, right=False)
    found = look(ws, readiness.gather)
    assert found.loop.met == QUESTIONS
    assert found.loop.now.mean < 0.1


def test_it_is_left_and_gone_on_with_the_same_day_and_begins_anew_the_next(ws: Workspace) -> None:
    with clock(START):
        first = look(ws, session.current, T)
        front = answered(ws, session.resume(ws, T), True)
        assert first.asked
        assert front.progress.left == QUESTIONS - 1
        assert session.resume(ws, T) == front == look(ws, session.current, T)
        back = session.undo(ws, T)
        assert back.asked
        assert back.asked.item == first.asked.item
        front = answered(ws, answered(ws, session.step_back(ws, T), True), False)
        assert front.progress.left == QUESTIONS - 2
    with clock(START + timedelta(days=1)):
        again = look(ws, session.current, T)
        assert again.progress.left == QUESTIONS
        assert again.asked
        assert again.asked.item != first.asked.item, "what was answered yesterday is not asked again"


def test_twenty_more_ask_what_was_not_asked(ws: Workspace) -> None:
    placed(ws, right=True)
    with ws.reading() as work:
        before = {one.item.id for one in work.memories.everything()}
    front = session.more(ws, T)
    assert front.progress.left == QUESTIONS
    assert front.asked
    assert front.asked.item not in before


def test_only_rounds_that_count_are_asked(ws: Workspace) -> None:
    plan.change(ws, weights={"round:breadth": 0, "round:behavioral": 0})
    front, rounds = session.resume(ws, T), set()
    round_of = {topic.id: topic.round for topic in ws.library.outline}
    for _ in range(8):
        assert front.asked
        rounds.add(round_of[front.asked.topic])
        front = answered(ws, front, True)
    assert rounds == {"general-coding", "ml-coding", "depth", "design"}
