"""The pictures of problems of the general coding round can be drawn whatever the learner's code returned."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from sharpen.checks import Case, Nodes, trusted
from sharpen.checks.check import Ask, apart
from sharpen.checks.svg import svg
from sharpen.content.library import bundled
from sharpen.domain.verdict import Kind
from tests.sampling import of_today

PICTURES = sorted(bundled().glob("topics/general-coding/*/*/picture.py"))
MOST = 5.0
"""Inches: what is wider or higher than three of these is no picture of a small case."""
JUNK: list[Any] = [
    *(None, True, -1, 3.5, 10**30, float("nan"), "x", {}, set(), [None], [[[]]], (-5, 90), [10**30] * 3),
    *([[1, "a"], {"b": [None]}], list(range(2_000)), np.zeros((2, 2)), "long " * 500),
    *(Nodes("linked_list", ("x", None), (0,)), Nodes("binary_tree", (1, None, "y")), Nodes("graph", ("z",), ((0,),))),
]


def example(folder: Path) -> Case:
    """The first case of the problem that a picture is drawn of."""
    checks = trusted.run(folder / "checks.py")["CHECKS"]
    check = next(one for one in checks if one.kind is Kind.EXAMPLE and one.ask in (Ask.ANSWER, Ask.EACH))
    return apart(check, check.prepare({})[0])[0]


def near(answer: Any) -> Iterator[Any]:
    """Answers that look like this one, with something odd in it."""
    if isinstance(answer, list | tuple):
        yield from ([odd, *answer[1:]] for odd in ("x", -1, 10**9, []))
        yield from ([*answer, None], answer[:-1], list(answer) * 300)
    elif isinstance(answer, int):
        yield from (answer + 1, answer - 1, 10 * answer, str(answer))


@pytest.mark.parametrize("path", of_today(PICTURES, 10), ids=lambda path: path.parent.name)
def test_a_picture_survives_odd_answers(path: Path) -> None:
    draw, case = trusted.run(path)["draw"], example(path.parent)
    for got in [case.expected, *JUNK, *near(case.expected)]:
        figure = Figure()
        draw(figure, case.call, case.expected, got)
        assert figure.axes[0].texts, f"nothing is written for {got!r:.60}"
        assert max(figure.get_size_inches()) < 3 * MOST, f"too large for {got!r:.60}"


@pytest.mark.parametrize("path", of_today(PICTURES, 10), ids=lambda path: path.parent.name)
def test_a_right_answer_is_drawn_otherwise_than_a_wrong_one(path: Path) -> None:
    draw, case = trusted.run(path)["draw"], example(path.parent)
    image = svg(lambda figure: draw(figure, case.call, case.expected, case.expected))
    assert "nan" not in image
    assert len(image) < 200_000
    wrong = Figure()
    draw(wrong, case.call, case.expected, "no such answer")
    assert any(text.get_text() not in image for text in wrong.axes[0].texts), "a wrong answer looks like the right one"
