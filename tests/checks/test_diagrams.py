"""Diagrams say what they show, and no answer can break one."""

from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sharpen.checks import Failed, call, diagrams
from sharpen.checks.svg import svg
from sharpen.domain.verdict import Verdict


@pytest.fixture
def axes() -> Axes:
    return diagrams.sheet(Figure())


def said(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_arguments_are_found_by_place_and_by_name() -> None:
    assert diagrams.given(call("f", 1, c=3), "a", "b", "c") == [1, None, 3]


def test_the_figure_is_as_large_as_what_was_drawn(axes: Axes) -> None:
    diagrams.cell(axes, 0, 0, "a", wide=5)
    diagrams.cell(axes, 0, 1, "b", wide=5)
    diagrams.fit(axes)
    wide, high = axes.figure.get_size_inches()
    assert wide == pytest.approx((5 + 2 * diagrams.MARGIN) * diagrams.UNIT)
    assert high == pytest.approx((2 + 2 * diagrams.MARGIN) * diagrams.UNIT)


def test_cells_are_as_wide_as_their_words(axes: Axes) -> None:
    assert diagrams.breadth([1, "a"]) == 1
    wide = diagrams.breadth(["gradients"])
    diagrams.row(axes, 0, 0, ["gradients", "b"], wide=wide)
    assert axes.dataLim.x1 == pytest.approx(2 * wide)
    assert wide > 2


def test_a_table_has_a_cell_for_each_value_and_its_labels(axes: Axes) -> None:
    diagrams.table(axes, 0, 0, [[1, 2], [3, None]], across="ab", down=["x", "y"], tones={(1, 0): "red"})
    boxes = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert [box.get_xy() for box in boxes] == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert said(axes) == ["a", "b", "x", "y", "1", "2", "3"]
    assert boxes[2].get_facecolor() != boxes[1].get_facecolor()


def test_words_are_no_formula_and_long_values_are_cut() -> None:
    def draw(figure: Figure) -> None:
        axes = diagrams.sheet(figure)
        diagrams.words(axes, 0, 0, "$x^2$ costs $5")
        diagrams.cell(axes, 0, 1, "a" * 100)
        diagrams.cell(axes, 0, 2, "a\nb")
        diagrams.fit(axes)

    image = svg(draw)
    assert "$x^2$ costs $5" in image
    assert "a" * 15 + "…" in image
    assert r"a\nb" in image


def listing(axes: Axes, answer: Any, y: float) -> float:
    for at, value in enumerate(answer):
        diagrams.cell(axes, at, y, value + 0)
    return y + 1


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        ([1, 2], (1, 2), ["Yours, as expected", "1", "2"]),
        (np.array([1, 2]), [1, 2], ["Yours, as expected", "1", "2"]),
        ([1], [1, 2], ["Yours", "1", "Expected", "1", "2"]),
        ([7, "x"], [1], ["Yours", "Not of the documented form: [7, 'x']", "Expected", "1"]),
        (None, [1], ["Yours", "Not of the documented form: None", "Expected", "1"]),
        ([1], None, ["Yours", "1"]),
        (None, None, []),
        (4, 4, ["Yours, as expected", "4"]),
    ],
)
def test_both_answers_are_drawn_or_one_where_they_are_alike(
    axes: Axes, got: Any, expected: Any, words: list[str]
) -> None:
    diagrams.answers(axes, 0, got, expected, lambda answer, y: listing(axes, answer, y))
    assert said(axes) == words


def test_what_none_means_is_said(axes: Axes) -> None:
    diagrams.answers(axes, 0, [1], None, lambda answer, y: listing(axes, answer, y), none="there is no way")
    assert said(axes) == ["Yours", "1", "Expected", "None: there is no way"]


def test_nothing_is_left_of_what_could_not_be_drawn(axes: Axes) -> None:
    end = diagrams.answers(axes, 0, [*range(90), "x"], [1], lambda answer, y: listing(axes, answer, y))
    assert len(axes.patches) == 1
    assert axes.dataLim.x1 < 20
    assert axes.dataLim.y1 < end


def test_a_limit_that_is_met_is_no_odd_answer(axes: Axes) -> None:
    def endless(_answer: Any, _y: float) -> float:
        raise Failed(Verdict.RUNTIME_ERROR, "too long")

    with pytest.raises(Failed):
        diagrams.answers(axes, 0, 1, 2, endless)


def test_an_answer_in_words_is_told_once_where_it_is_right(axes: Axes) -> None:
    diagrams.told(axes, 0, [3], (3,))
    assert said(axes) == ["Yours, as expected: [3]"]
    diagrams.told(axes, 1, "4" * 100, None)
    assert said(axes)[2] == "Expected: None"
    assert said(axes)[1].startswith("Yours: '444")
    assert len(said(axes)[1]) < 80


def test_the_steps_of_an_object_are_told_up_to_the_first_that_differs(axes: Axes) -> None:
    made = call("Counter")
    for number in range(30):
        made = made.method("add", number)
    wrong = [number == 20 for number in range(30)]
    diagrams.steps(axes, 0, made, wrong, [False] * 30)
    assert said(axes)[:2] == ["Yours", "Expected"]
    assert said(axes)[-3:] == ["add(20)", "True", "False"]
    assert len(said(axes)) == 2 + 3 * 12


def test_what_is_no_list_of_steps_is_told_in_words(axes: Axes) -> None:
    diagrams.steps(axes, 0, call("Counter").method("add", 1), "x", [None])
    assert said(axes) == ["Yours: 'x'", "Expected: [None]"]


def test_beside_a_statement_there_is_one_answer_and_it_is_nobodys(axes: Axes) -> None:
    made = call("Counter").method("add", 1)
    with diagrams.beside_statement():
        assert diagrams.sides(1, 2) == [("The answer", 2)]
        diagrams.answers(axes, 0, [1], [1], lambda answer, y: listing(axes, answer, y))
        diagrams.told(axes, 2, 3, 3)
        diagrams.steps(axes, 4, made, [None], [None])
    assert said(axes) == ["The answer", "1", "The answer: 3", "The answer", "add(1)", "None"]
    assert diagrams.sides(1, 2) == [("Yours", 1), ("Expected", 2)]
    assert diagrams.sides(1, None) == [("Yours", 1)]
