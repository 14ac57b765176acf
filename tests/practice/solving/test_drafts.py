"""Drafts survive everything, a reset included."""

from datetime import UTC, datetime, timedelta

import pytest

from sharpen.domain.draft import APART, Aside, Draft
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.errors import BadText, NoSuchVersion, NothingToUndo, NotInTorch
from sharpen.practice.solving import attempts
from sharpen.practice.solving.draft_versions import of_draft
from sharpen.practice.solving.drafts import NEVER, can_undo_reset, draft, reset, restore, save, spend, undo_reset
from tests.looking import look
from tests.practice.reviewing import clock

STARTER = 'def mean(xs: list[float]) -> float:\n    """The mean."""\n    raise NotImplementedError\n'
EXAMPLE = ("xs = [1, 2, 6]\nmean(xs)",)


def test_the_first_draft_is_the_starter_with_the_example(ws: Workspace) -> None:
    first = look(ws, draft, "mean")
    assert (first.source, first.trials, first.seconds) == (STARTER, EXAMPLE, 0.0)


def test_what_was_saved_comes_back_after_a_restart(ws: Workspace, settings: Settings) -> None:
    saved = save(ws, "mean", "typed\r\nlines", ["mean([1])", "  ", "mean([2])"], 5.5)
    assert (saved.source, saved.trials, saved.seconds) == ("typed\nlines", ("mean([1])", "mean([2])"), 5.5)
    assert look(ws, draft, "mean") == saved
    again = open_workspace(settings)
    assert again.store.engine is not ws.store.engine
    with again.reading() as work:
        assert work.drafts.get("mean") == saved
    again.close()


def test_an_untouched_starter_is_not_work_but_the_time_is_kept(ws: Workspace) -> None:
    save(ws, "mean", STARTER, EXAMPLE, 3)
    assert look(ws, attempts.last_worked) is None
    assert look(ws, draft, "mean") == Draft("me", "mean", STARTER, EXAMPLE, NEVER, 3)
    with ws.reading() as work:
        assert work.drafts.get("mean").source == "", "a starter may be another tomorrow"  # type: ignore[union-attr]
    save(ws, "mean", "typed", EXAMPLE, 3)
    assert look(ws, attempts.last_worked) == "mean"
    assert save(ws, "mean", STARTER, EXAMPLE, 4).seconds == 4
    assert look(ws, draft, "mean").seconds == 4


def test_time_spent_reading_is_kept_on_what_is_in_front_alone(ws: Workspace) -> None:
    spend(ws, "mean", 60, "")
    assert look(ws, draft, "mean").seconds == 60
    spend(ws, "mean", 50, "")
    assert look(ws, draft, "mean").seconds == 60
    save(ws, "mean", "typed", (), 70, base="", edit="p.1")
    spend(ws, "mean", 80, "p.1")
    spend(ws, "mean", 900, "")
    spend(ws, "mean", 900, "q.1")
    assert look(ws, draft, "mean").seconds == 80
    assert look(ws, draft, "mean").source == "typed"


def test_a_reset_keeps_trials_and_time_and_can_be_undone(ws: Workspace) -> None:
    assert not look(ws, can_undo_reset, "mean")
    save(ws, "mean", "typed", ["mean([7])"], 9)
    clean = reset(ws, "mean")
    assert (clean.source, clean.trials, clean.seconds) == (STARTER, ("mean([7])",), 9)
    assert look(ws, draft, "mean") == clean
    assert look(ws, can_undo_reset, "mean")
    back = undo_reset(ws, "mean")
    assert (back.source, back.trials, back.seconds) == ("typed", ("mean([7])",), 9)
    assert look(ws, draft, "mean") == back
    assert back.updated > clean.updated


def test_a_problem_without_an_answer_in_torch_has_no_such_starter(ws: Workspace) -> None:
    save(ws, "mean", "typed")
    with pytest.raises(NotInTorch, match="cannot be answered in PyTorch"):
        reset(ws, "mean", torch=True)
    assert look(ws, draft, "mean").source == "typed"


def test_resetting_twice_loses_nothing(ws: Workspace) -> None:
    save(ws, "mean", "typed")
    reset(ws, "mean")
    reset(ws, "mean")
    assert undo_reset(ws, "mean").source == "typed"


def test_undoing_late_keeps_what_was_typed_since(ws: Workspace) -> None:
    save(ws, "mean", "old")
    reset(ws, "mean")
    save(ws, "mean", "new", seconds=20)
    assert undo_reset(ws, "mean").source == "old"
    assert look(ws, draft, "mean").seconds == 20
    assert undo_reset(ws, "mean").source == "new"


def test_resetting_nothing_changes_nothing(ws: Workspace) -> None:
    assert reset(ws, "mean").source == STARTER
    with pytest.raises(NothingToUndo, match="was not reset"):
        undo_reset(ws, "mean")


def test_what_cannot_be_kept_is_refused_and_the_draft_stays(ws: Workspace) -> None:
    save(ws, "mean", "typed")
    with pytest.raises(BadText, match="The code"):
        save(ws, "mean", "x" * 200_001)
    with pytest.raises(BadText, match="A trial"):
        save(ws, "mean", "x", ["y\0"])
    with pytest.raises(BadText, match="51 trials"):
        save(ws, "mean", "x", ["f()"] * 51)
    assert look(ws, draft, "mean").source == "typed"
    assert save(ws, "mean", "x", seconds=float("nan")).seconds == 0
    assert save(ws, "mean", "x", seconds=-5).seconds == 0


def sources(ws: Workspace) -> list[tuple[Aside, str]]:
    """What was put aside, the newest first."""
    return [(each.why, each.source) for each in look(ws, of_draft, "mean")]


def test_an_older_draft_never_replaces_a_newer_one(ws: Workspace) -> None:
    first = save(ws, "mean", "a", base="", edit="p.1")
    assert first.version == "p.1"
    newer = save(ws, "mean", "an hour of work", base="p.1", edit="q.1")
    assert newer.source == "an hour of work"
    # The first page is closed: it sends what it had, as it was.
    assert save(ws, "mean", "a", base="", edit="p.1") == newer
    assert save(ws, "mean", "a", base="p.1", edit="p.1") == newer
    assert sources(ws) == [(Aside.TYPED, "a")]
    # One space in it.
    assert save(ws, "mean", "a ", base="p.1", edit="p.2") == newer
    assert save(ws, "mean", "a  ", base="p.1", edit="p.3") == newer
    assert look(ws, draft, "mean") == newer
    assert sources(ws) == [(Aside.ELSEWHERE, "a  "), (Aside.TYPED, "a")]
    assert save(ws, "mean", "a ", base="p.1", edit="p.2") == newer, "late, and older than what was put aside"
    assert sources(ws)[0] == (Aside.ELSEWHERE, "a  ")


def test_without_scripts_too(ws: Workspace) -> None:
    """A form without scripts knows the version it shows, and nothing of edits."""
    first = save(ws, "mean", "a", base="")
    newer = save(ws, "mean", "b", base=first.version)
    assert save(ws, "mean", "c", base=first.version) == newer
    assert save(ws, "mean", "c", base=first.version) == newer
    assert sources(ws) == [(Aside.ELSEWHERE, "c"), (Aside.TYPED, "a")]
    assert save(ws, "mean", "c", base="") == newer


def test_a_page_of_before_the_upgrade_is_judged_by_time(ws: Workspace) -> None:
    now = datetime.now(UTC)
    save(ws, "mean", "new", at=now - timedelta(minutes=1))
    assert save(ws, "mean", "old", at=now - timedelta(minutes=2)).source == "new"
    assert sources(ws) == [(Aside.ELSEWHERE, "old")]
    assert save(ws, "mean", "newest", at=now).source == "newest"


def test_saves_of_one_page_may_come_in_any_order(ws: Workspace) -> None:
    save(ws, "mean", "ab", base="", edit="p.2")
    assert save(ws, "mean", "a", base="", edit="p.1").source == "ab"
    assert save(ws, "mean", "abc", base="", edit="p.3").source == "abc"
    assert save(ws, "mean", "abc", base="", edit="p.3").version == "p.3"
    assert [why for why, _ in sources(ws)] == [Aside.TYPED]


def test_the_learner_chooses_and_both_texts_are_kept(ws: Workspace) -> None:
    save(ws, "mean", "theirs", base="", edit="q.1")
    save(ws, "mean", "mine", base="", edit="p.1")
    assert sources(ws) == [(Aside.ELSEWHERE, "mine")]
    kept = save(ws, "mean", "mine, and more", base="q.1", edit="p.2", chosen=True)
    assert (kept.source, kept.version) == ("mine, and more", "p.2")
    assert sources(ws) == [(Aside.PASSED_OVER, "theirs")]
    assert save(ws, "mean", "theirs, and more", base="q.1", edit="q.2") == kept
    assert sources(ws) == [(Aside.ELSEWHERE, "theirs, and more"), (Aside.PASSED_OVER, "theirs")]


def test_the_same_text_is_no_conflict(ws: Workspace) -> None:
    newer = save(ws, "mean", "the same", base="", edit="q.1")
    assert save(ws, "mean", "the same", base="", edit="p.1") == newer
    assert sources(ws) == []


def test_a_version_is_put_aside_once_in_a_while_and_when_most_is_gone(ws: Workspace) -> None:
    text = "".join(f"line_{number}\n" for number in range(6))
    save(ws, "mean", text, base="", edit="p.1")
    for number in range(2, 9):
        save(ws, "mean", text + "x" * number, base="", edit=f"p.{number}")
    assert sources(ws) == [(Aside.TYPED, text)]
    save(ws, "mean", "line_0\n", base="", edit="p.9")
    assert sources(ws) == [(Aside.TYPED, text + "x" * 8), (Aside.TYPED, text)]
    later = datetime.now(UTC) + APART
    with clock(later):
        save(ws, "mean", "line_1\n", base="", edit="p.10")
        save(ws, "mean", "line_2\n", base="", edit="p.11")
    assert [source for _, source in sources(ws)] == ["line_0\n", text + "x" * 8, text]


def test_a_version_is_restored_and_what_was_in_front_is_put_aside(ws: Workspace) -> None:
    save(ws, "mean", "old", ["mean([1])"], base="", edit="p.1")
    save(ws, "mean", "new", ["mean([2])"], 30, base="p.1", edit="q.1")
    again = restore(ws, "mean", "p.1")
    assert (again.source, again.trials, again.seconds) == ("old", ("mean([1])",), 30)
    assert look(ws, draft, "mean") == again
    assert sources(ws)[0] == (Aside.RESET, "new")
    assert save(ws, "mean", "new", base="p.1", edit="q.1") == again, "late"
    with pytest.raises(NoSuchVersion, match=r"no version 'gone\.1'"):
        restore(ws, "mean", "gone.1")


def test_a_page_of_before_a_reset_does_not_undo_it(ws: Workspace) -> None:
    save(ws, "mean", "typed", base="", edit="p.1")
    clean = reset(ws, "mean")
    assert save(ws, "mean", "typed", base="", edit="p.1") == clean
    assert save(ws, "mean", "typed on", base="p.1", edit="p.2") == clean
    assert sources(ws) == [(Aside.ELSEWHERE, "typed on"), (Aside.RESET, "typed")]
    assert save(ws, "mean", "begun", base=clean.version, edit="p.3").source == "begun"
