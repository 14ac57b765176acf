"""Drafts and hints in the database."""

from dataclasses import replace
from datetime import timedelta

from sharpen.domain.draft import Draft
from sharpen.domain.hint import SOLUTION, Reveal
from sharpen.store import Store
from tests.store.conftest import START

DRAFT = Draft("me", "k-means", "x = 1\n", ("f(1)", "f('ü')"), START, 2.5)


def test_a_draft_takes_the_place_of_the_one_before(store: Store) -> None:
    later = replace(DRAFT, source="x = 2\n", trials=(), updated=START + timedelta(seconds=1))
    with store.writing("me") as mine:
        assert mine.drafts.get("k-means") is None
        mine.drafts.put(DRAFT)
        assert mine.drafts.get("k-means") == DRAFT
        mine.drafts.put(later)
        assert mine.drafts.get("k-means") == later


def test_a_replaced_draft_is_another_one(store: Store) -> None:
    old = replace(DRAFT, source="old")
    with store.writing("me") as mine:
        mine.drafts.put(DRAFT)
        mine.drafts.put(old, replaced=True)
        assert mine.drafts.get("k-means") == DRAFT
        assert mine.drafts.get("k-means", replaced=True) == old
        assert list(mine.drafts.everything()) == [(DRAFT, False), (old, True)]
        mine.drafts.remove("k-means", replaced=True)
        mine.drafts.remove("k-means", replaced=True)
        assert list(mine.drafts.everything()) == [(DRAFT, False)]


def test_drafts_are_their_learners(store: Store) -> None:
    with store.writing("me") as mine:
        mine.drafts.put(DRAFT)
        yours = replace(mine, learner="you")
        yours.drafts.put(replace(DRAFT, learner="you", problem="svm"))
        mine.drafts.put(replace(DRAFT, problem="svm"), replaced=True)
        assert mine.drafts.touched() == {"k-means": START}
        assert yours.drafts.touched() == {"svm": START}
        assert yours.drafts.get("k-means") is None


def test_what_was_shown_of_a_problem(store: Store) -> None:
    shown = [Reveal("me", "k-means", number, START) for number in (SOLUTION, 1, 2)]
    with store.writing("me") as mine:
        yours = replace(mine, learner="you")
        for reveal in [*shown, Reveal("me", "svm", 1, START)]:
            mine.hints.put(reveal)
        yours.hints.put(Reveal("you", "k-means", 1, START))
        assert len(mine.hints.of_problem("k-means")) == 3
        assert len(yours.hints.of_problem("k-means")) == 1
        assert mine.hints.get("k-means", SOLUTION) == shown[0]
        assert yours.hints.get("k-means", SOLUTION) is None
        assert list(mine.hints.everything()) == [*shown, Reveal("me", "svm", 1, START)]


def test_a_hint_is_recorded_once(store: Store) -> None:
    with store.writing("me") as mine:
        mine.hints.put(Reveal("me", "k-means", 1, START))
        mine.hints.put(Reveal("me", "k-means", 1, START - timedelta(days=1)))
        assert list(mine.hints.everything()) == [Reveal("me", "k-means", 1, START - timedelta(days=1))]
