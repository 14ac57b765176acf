"""The pictures of problems can be drawn whatever the learner's code returned."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from sharpen.checks import Call, Case, Nodes, trusted
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


def plotted(path: Path) -> Iterator[tuple[Call, Any]]:
    """By entry, the first call that the picture is of, and what the model solution answers."""
    drawing, model = trusted.run(path), trusted.run(path.parent / "solution.py")
    checks = [
        one for one in trusted.run(path.parent / "checks.py")["CHECKS"] if one.kind in (Kind.EXAMPLE, Kind.ORACLE)
    ]
    asked = [case.call for check in checks if check.ask is Ask.ANSWER for case in check.prepare(model)[:9]]
    entries = set()
    for call in [*filter(None, [drawing.get("SHOW")]), *asked]:
        if call.entry not in entries:
            right = call.made().on(model)
            with suppress(ValueError):  # an input that no picture is drawn of
                drawn(drawing["draw"], call, right, right)
                entries.add(call.entry)
                yield call, right


def drawn(draw: Any, call: Call, expected: Any, got: Any) -> str:
    return svg(lambda figure: draw(figure, call, expected, got), layout="constrained")


def with_odd_parts(answer: Any) -> Iterator[Any]:
    """The answer with one part, or all numbers in it, of another kind or shape."""
    parts = list(answer.items()) if isinstance(answer, dict) else list(enumerate(answer))[:5]
    for at, part in parts:
        ragged = [[1.0], [2.0, 3.0]]
        for odd in (None, "x", float("nan"), [], [None], ragged, np.zeros((3, 1, 2)), np.full(np.shape(part), np.nan)):
            yield {**answer, at: odd} if isinstance(answer, dict) else [*answer[:at], odd, *answer[at + 1 :]]
        huge = [1e300 * np.ones(np.shape(part)), np.inf * np.ones(np.shape(part))] if np.ndim(part) else [1e300, -1e300]
        for odd in huge:
            yield {**answer, at: odd} if isinstance(answer, dict) else [*answer[:at], odd, *answer[at + 1 :]]


PLOTS = sorted(path for round_ in ("ml-coding", "breadth") for path in bundled().glob(f"topics/{round_}/**/picture.py"))
SAID = ("cannot be drawn", "Not of the documented form")
"""What a plot, and a diagram, says of an answer that it does not show."""
ODD = int(os.environ.get("SHARPEN_ODD_ANSWERS", "9"))
"""Odd answers that each plot is given besides the plainest ones; with more of them, all."""


def says(image: str) -> bool:
    return any(words in image for words in SAID)


@pytest.mark.parametrize("path", of_today(PLOTS, 8), ids=lambda path: path.parent.name)
def test_a_plot_survives_odd_answers(path: Path) -> None:
    draw, cases = trusted.run(path)["draw"], list(plotted(path))
    in_words = "diagrams.told(" in path.read_text("utf-8")  # whatever the answer is, it stands there
    assert cases, "nothing is drawn"
    for call, right in cases:
        assert not says(drawn(draw, call, right, right)), "the right answer is not drawn"
        for got in (None, "x", {}, float("nan"), [[1], [2, 3], "x"], np.zeros((4, 2, 2))):
            assert says(drawn(draw, call, right, got)) or in_words, f"nothing is said of {got!r:.60}"
        parts = right if isinstance(right, dict) else list(right) if np.iterable(right) else [right]
        for got in of_today([*JUNK, *with_odd_parts(parts)], ODD):
            assert len(drawn(draw, call, right, got)) < 4 << 20
