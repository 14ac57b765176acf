"""The pictures of problems of the general coding round can be drawn whatever the learner's code returned."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from sharpen.checks import Case, trusted
from sharpen.checks.check import Ask, apart
from sharpen.checks.svg import svg
from sharpen.content.library import bundled
from sharpen.domain.verdict import Kind

PICTURES = sorted(bundled().glob("topics/general-coding/*/*/picture.py"))
MOST = 5.0
"""Inches: what is wider or higher than three of these is no picture of a small case."""
JUNK: list[Any] = [
    *(None, True, -1, 3.5, 10**30, float("nan"), "", "x", b"x", [], {}, set()),
    *([None], [[]], [[[]]], ["x", None, 2.5], [[1, "a"], {"b": [None]}], (1, 2), (-5, 90), (None, [1]), [10**30] * 3),
    *({"a": 1}, list(range(2_000)), "long " * 500, np.zeros(3), np.zeros((2, 2)), [0.5] * 4, [True] * 5),
]


def example(folder: Path) -> Case:
    """The first case of the problem that a picture is drawn of."""
    checks = trusted.run(folder / "checks.py")["CHECKS"]
    check = next(one for one in checks if one.kind is Kind.EXAMPLE and one.ask in (Ask.ANSWER, Ask.EACH))
    return apart(check, check.prepare({})[0])[0]


def near(answer: Any) -> Iterator[Any]:
    """Answers that look like this one, with something odd in it."""
    if isinstance(answer, list | tuple):
        for odd in (None, "x", -1, 10**9, []):
            yield type(answer)([odd, *answer[1:]])
            yield type(answer)([*answer, odd])
        yield answer[:-1]
        yield list(answer) * 300
    elif isinstance(answer, int):
        yield from (answer + 1, answer - 1, 10 * answer, str(answer), float(answer))


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.parent.name)
def test_a_picture_survives_odd_answers(path: Path) -> None:
    draw, case = trusted.run(path)["draw"], example(path.parent)
    for got in [case.expected, *JUNK, *near(case.expected)]:
        figure = Figure()
        draw(figure, case.call, case.expected, got)
        assert figure.axes[0].texts, f"nothing is written for {got!r:.60}"
        assert max(figure.get_size_inches()) < 3 * MOST, f"too large for {got!r:.60}"


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.parent.name)
def test_a_wrong_answer_is_drawn_otherwise(path: Path) -> None:
    draw, case = trusted.run(path)["draw"], example(path.parent)
    right, wrong = (
        svg(lambda figure, got=got: draw(figure, case.call, case.expected, got)) for got in (case.expected, "x")
    )
    assert right != wrong
    assert "nan" not in right
    assert len(right) + len(wrong) < 400_000
