"""Drafts and hints in the database."""

from dataclasses import replace
from datetime import timedelta

from sharpen.domain.draft import Draft
from sharpen.domain.hint import SOLUTION, Reveal
from sharpen.store import Store, drafts, hints
from tests.store.conftest import START

DRAFT = Draft("me", "k-means", "x = 1\n", ("f(1)", "f('ü')"), START, 2.5)


def test_a_draft_takes_the_place_of_the_one_before(store: Store) -> None:
    later = replace(DRAFT, source="x = 2\n", trials=(), updated=START + timedelta(seconds=1))
    with store.writing() as db:
        assert drafts.get(db, "me", "k-means") is None
        drafts.put(db, DRAFT)
        assert drafts.get(db, "me", "k-means") == DRAFT
        drafts.put(db, later)
        assert drafts.get(db, "me", "k-means") == later


def test_a_replaced_draft_is_another_one(store: Store) -> None:
    old = replace(DRAFT, source="old")
    with store.writing() as db:
        drafts.put(db, DRAFT)
        drafts.put(db, old, replaced=True)
        assert drafts.get(db, "me", "k-means") == DRAFT
        assert drafts.get(db, "me", "k-means", replaced=True) == old
        assert list(drafts.everything(db, "me")) == [(DRAFT, False), (old, True)]
        drafts.remove(db, "me", "k-means", replaced=True)
        drafts.remove(db, "me", "k-means", replaced=True)
        assert list(drafts.everything(db, "me")) == [(DRAFT, False)]


def test_drafts_are_their_learners(store: Store) -> None:
    with store.writing() as db:
        drafts.put(db, DRAFT)
        drafts.put(db, replace(DRAFT, learner="you", problem="svm"))
        drafts.put(db, replace(DRAFT, problem="svm"), replaced=True)
        assert drafts.touched(db, "me") == {"k-means": START}
        assert drafts.touched(db, "you") == {"svm": START}
        assert drafts.get(db, "you", "k-means") is None


def test_what_was_shown_of_a_problem(store: Store) -> None:
    shown = [Reveal("me", "k-means", number, START) for number in (SOLUTION, 1, 2)]
    with store.writing() as db:
        for reveal in [*shown, Reveal("you", "k-means", 1, START), Reveal("me", "svm", 1, START)]:
            hints.put(db, reveal)
        assert len(hints.of_problem(db, "me", "k-means")) == 3
        assert len(hints.of_problem(db, "you", "k-means")) == 1
        assert hints.get(db, "me", "k-means", SOLUTION) == shown[0]
        assert hints.get(db, "you", "k-means", SOLUTION) is None
        assert list(hints.everything(db, "me")) == [*shown, Reveal("me", "svm", 1, START)]


def test_a_hint_is_recorded_once(store: Store) -> None:
    with store.writing() as db:
        hints.put(db, Reveal("me", "k-means", 1, START))
        hints.put(db, Reveal("me", "k-means", 1, START - timedelta(days=1)))
        assert list(hints.everything(db, "me")) == [Reveal("me", "k-means", 1, START - timedelta(days=1))]
