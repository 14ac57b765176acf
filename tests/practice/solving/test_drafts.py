"""Drafts survive everything, a reset included."""

import pytest

from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.errors import BadText, NothingToUndo
from sharpen.practice.solving.drafts import can_undo_reset, draft, reset, save, undo_reset
from tests.looking import look

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


def test_an_untouched_starter_is_not_work(ws: Workspace) -> None:
    save(ws, "mean", STARTER, EXAMPLE, 3)
    with ws.reading() as work:
        assert work.db.exec_driver_sql("SELECT count(*) FROM drafts").scalar() == 0
    save(ws, "mean", "typed", EXAMPLE, 3)
    assert save(ws, "mean", STARTER, EXAMPLE, 4).seconds == 4
    assert look(ws, draft, "mean").seconds == 4


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
