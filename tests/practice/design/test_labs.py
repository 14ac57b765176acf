"""The design that is being written: the baseline first, kept, reset and brought back."""

import pytest

from sharpen.practice import Workspace
from sharpen.practice.design import labs
from sharpen.practice.errors import BadText, DesignChanged, NoSuchLab, NothingToUndo
from tests.looking import look
from tests.practice.design.conftest import COINS, REFERENCE

BASELINE = (COINS / "baseline.py").read_text()


def test_a_lab_begins_with_its_baseline(ws: Workspace) -> None:
    fresh = look(ws, labs.design, "coins")
    assert (fresh.source, fresh.predictions, fresh.before) == (BASELINE, "", "")
    (listed,) = look(ws, labs.listed)
    assert (listed.lab.title, listed.best, listed.last) == ("Bet on bent coins", None, None)


def test_an_unknown_lab_is_said_with_those_that_come_close(ws: Workspace) -> None:
    with pytest.raises(NoSuchLab, match="Did you mean coins"):
        look(ws, labs.design, "coinz")
    with pytest.raises(NoSuchLab):
        labs.save(ws, "coinz", "x", "")


def test_a_design_is_kept_as_it_is_typed(ws: Workspace) -> None:
    first = labs.save(ws, "coins", REFERENCE, "lift > 0", look(ws, labs.design, "coins").version)
    assert look(ws, labs.design, "coins") == first
    second = labs.save(ws, "coins", REFERENCE + "\n", "lift > 0", first.version)
    assert second.version != first.version
    assert labs.save(ws, "coins", REFERENCE + "\n", "lift > 0", "of long ago") == second, "the same text is no conflict"


def test_what_another_page_saved_is_not_overwritten_unseen(ws: Workspace) -> None:
    seen = labs.save(ws, "coins", "x = 1", "").version
    labs.save(ws, "coins", "x = 2", "", seen)
    with pytest.raises(DesignChanged):
        labs.save(ws, "coins", "x = 3", "", seen)
    assert look(ws, labs.design, "coins").source == "x = 2"


def test_a_reset_can_be_undone_and_a_second_one_loses_nothing(ws: Workspace) -> None:
    with pytest.raises(NothingToUndo):
        labs.undo_reset(ws, "coins")
    labs.save(ws, "coins", REFERENCE, "score > 30")
    labs.reset(ws, "coins")
    again = labs.reset(ws, "coins")
    assert (again.source, again.predictions, again.before) == (BASELINE, "score > 30", REFERENCE)
    back = labs.undo_reset(ws, "coins")
    assert (back.source, back.before) == (REFERENCE, "")


def test_a_text_that_cannot_be_kept_is_refused_in_words(ws: Workspace) -> None:
    with pytest.raises(BadText, match="predictions"):
        labs.save(ws, "coins", "x", "#" * 5_001)
