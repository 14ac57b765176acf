"""Drafts and hints in the database."""

from dataclasses import replace
from datetime import timedelta

from sharpen.domain.draft import MOST_CHARACTERS, MOST_VERSIONS, Aside, Draft, DraftVersion
from sharpen.domain.hint import SOLUTION, Reveal
from sharpen.store import Store
from tests.store.conftest import START

DRAFT = Draft("me", "k-means", "x = 1\n", ("f(1)", "f('ü')"), START, 2.5, ("p.2", "q.1"))


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


def test_reading_a_starter_is_not_typing(store: Store) -> None:
    with store.writing("me") as mine:
        mine.drafts.put(replace(DRAFT, source="", trials=(), lineage=()))
        assert mine.drafts.touched() == {}
        assert mine.drafts.get("k-means") == replace(DRAFT, source="", trials=(), lineage=())


def version(number: int, size: int = 1) -> DraftVersion:
    return DraftVersion("me", "k-means", f"p.{number}", number, START, Aside.TYPED, "x" * size, ("f(1)",))


def test_the_last_twenty_versions_of_a_draft_are_kept(store: Store) -> None:
    with store.writing("me") as mine:
        other = replace(version(1), problem="svm")
        mine.draft_versions.put(other, *(version(number) for number in range(1, MOST_VERSIONS + 6)))
        kept = mine.draft_versions.of_problem("k-means", 100)
        assert kept == [version(number) for number in range(MOST_VERSIONS + 5, 5, -1)]
        assert mine.draft_versions.get("k-means", "p.5") is None
        assert mine.draft_versions.get("k-means", "p.6") == version(6)
        assert mine.draft_versions.of_problem("svm") == [other]
        assert replace(mine, learner="you").draft_versions.of_problem("k-means") == []


def test_long_versions_are_kept_as_far_as_there_is_room_and_the_newest_always(store: Store) -> None:
    with store.writing("me") as mine:
        mine.draft_versions.put(*(version(number, MOST_CHARACTERS // 3) for number in range(5)))
        assert [kept.number for kept in mine.draft_versions.of_problem("k-means")] == [4, 3]
        mine.draft_versions.put(version(5, MOST_CHARACTERS + 1))
        assert [kept.number for kept in mine.draft_versions.of_problem("k-means")] == [5]


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
