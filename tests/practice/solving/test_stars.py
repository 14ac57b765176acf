"""A star is given, taken back, and each learner's own."""

from dataclasses import replace

import pytest

from sharpen.practice import Workspace
from sharpen.practice.errors import NoSuchProblem
from sharpen.practice.exchange.backup import export, import_
from sharpen.practice.solving.stars import star, starred
from tests.looking import look


def test_a_star_is_given_and_taken_back(ws: Workspace) -> None:
    star(ws, "mean")
    star(ws, "mean")
    assert look(ws, starred) == {"mean"}
    assert look(replace(ws, learner="you"), starred) == set()
    star(ws, "mean", on=False)
    assert look(ws, starred) == set()
    with pytest.raises(NoSuchProblem):
        star(ws, "nowhere")


def test_an_older_backup_does_not_bring_back_what_was_taken_back(ws: Workspace) -> None:
    star(ws, "mean")
    older = look(ws, export)
    star(ws, "mean", on=False)
    import_(ws, older)
    assert look(ws, starred) == set()
    newer = look(ws, export)
    star(ws, "mean")
    import_(ws, newer)
    assert look(ws, starred) == {"mean"}
