"""Diagrams for pictures of answers: rows of cells, tables, time lines, and both answers beside each other.

All is drawn on one axis in units of a cell, with y growing downward; `fit` makes the figure as large as what was drawn.
The colors are middle tones, and words are gray, so that they can be read on a light page and on a dark one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sharpen.checks.calls import Call
from sharpen.checks.check import Failed
from sharpen.checks.showing import show

UNIT = 0.42
"""Inches of a cell's side."""
LETTER = 0.021
"""The width of a letter of one point, in units, as a rule: a little more than most are wide."""
MARGIN = 0.25
LONGEST = 100
"""Letters of a line of words."""

TONES = {
    "plain": ("none", "#9a9a9a", "#5f5f5f"),
    "faint": ("none", "#d0d0d0", "#a0a0a0"),
    "gray": ("#ececec", "#9a9a9a", "#5f5f5f"),
    "blue": ("#d9e6f3", "#4477aa", "#36618c"),
    "red": ("#fadfe2", "#d9536a", "#b83a50"),
    "green": ("#d9eede", "#3a9a5b", "#2c7a47"),
    "gold": ("#f7edc6", "#c09a1c", "#86690a"),
}
"""By name, the color to fill with, that of lines, and that of words."""

ALONE = "The answer"
"""The title of an answer that is nobody's."""
_beside = ContextVar("beside a statement", default=False)


@contextmanager
def beside_statement() -> Iterator[None]:
    """What is drawn meanwhile stands beside a statement: the expected answer alone, which is not called yours."""
    token = _beside.set(True)
    try:
        yield
    finally:
        _beside.reset(token)


def sides(got: Any, expected: Any) -> list[tuple[str, Any]]:
    """The answers to be drawn, each with its title: yours, and the expected one if it is known."""
    if _beside.get():
        return [(ALONE, expected)]
    return [("Yours", got)] + ([("Expected", expected)] if expected is not None else [])


def as_expected(title: str = "Yours, as expected") -> str:
    """The title of one answer that stands for both."""
    return ALONE if _beside.get() else title


def given(call: Call, *names: str) -> list[Any]:
    """The arguments of a call by the names of its parameters, in order; None for one that was left out."""
    found = dict(zip(names, call.args, strict=False)) | dict(call.kwargs or {})
    return [found.get(name) for name in names]


def sheet(figure: Figure) -> Axes:
    """An empty axis to draw on."""
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    return axes


def fit(axes: Axes) -> None:
    """Make the figure as large as what was drawn. To be called last."""
    (left, top), (right, bottom) = axes.dataLim.get_points()
    axes.set_xlim(left - MARGIN, right + MARGIN)
    axes.set_ylim(bottom + MARGIN, top - MARGIN)
    axes.figure.set_size_inches((right - left + 2 * MARGIN) * UNIT, (bottom - top + 2 * MARGIN) * UNIT)  # type: ignore[union-attr]


def breadth(values: Sequence[Any], size: float = 10) -> float:
    """How wide cells must be for these values, at least 1."""
    return max([1.0, *(len(text_of(value)) * LETTER * size + 0.4 for value in values)])


def words(
    axes: Axes, x: float, y: float, text: str, *, tone: str = "plain", size: float = 10, align: str = "left"
) -> None:
    """Words at the height y, which begin at x, or end there (`right`), or have their middle there (`center`)."""
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    axes.text(x, y, text.replace("$", r"\$"), color=TONES[tone][2], fontsize=size, ha=align, va="center_baseline")
    wide, high = len(text) * LETTER * size, 0.034 * size
    left = x - {"left": 0, "center": wide / 2, "right": wide}[align]
    axes.update_datalim([(left, y - high / 2), (left + wide, y + high / 2)])


def cell(axes: Axes, x: float, y: float, value: Any, *, tone: str = "plain", wide: float = 1, high: float = 1) -> None:
    """A box whose left upper corner is (x, y), with a value in it; one that is None is left empty."""
    fill, edge, _ = TONES[tone]
    axes.add_patch(Rectangle((x, y), wide, high, facecolor=fill, edgecolor=edge, linewidth=0.9))
    if value is not None:
        words(axes, x + wide / 2, y + high / 2, text_of(value), tone=tone, align="center")


def row(
    axes: Axes, x: float, y: float, values: Sequence[Any], *, tones: Mapping[int, str] | None = None, wide: float = 1
) -> None:
    """Cells side by side, with their numbers above."""
    for at, value in enumerate(values):
        words(axes, x + (at + 0.5) * wide, y - 0.22, str(at), size=7, align="center")
        cell(axes, x + at * wide, y, value, tone=(tones or {}).get(at, "plain"), wide=wide)


def table(
    axes: Axes,
    x: float,
    y: float,
    rows: Sequence[Sequence[Any]],
    *,
    across: Sequence[Any] = (),
    down: Sequence[Any] = (),
    tones: Mapping[tuple[int, int], str] | None = None,
    wide: float = 1,
) -> None:
    """A grid of cells with labels over its columns and left of its rows; `tones` go by row and column."""
    for at, label in enumerate(across):
        words(axes, x + (at + 0.5) * wide, y - 0.28, text_of(label), size=9, align="center")
    for at, label in enumerate(down):
        words(axes, x - 0.2, y + at + 0.5, text_of(label), size=9, align="right")
    for i, values in enumerate(rows):
        for j, value in enumerate(values):
            cell(axes, x + j * wide, y + i, value, tone=(tones or {}).get((i, j), "plain"), wide=wide)


def bracket(axes: Axes, start: float, stop: float, y: float, *, tone: str = "blue") -> None:
    """A stretch from `start` to `stop`, marked under what it spans."""
    xs, ys = [start, start, stop, stop], [y - 0.15, y, y, y - 0.15]
    axes.plot(xs, ys, color=TONES[tone][1], linewidth=2, solid_capstyle="butt")


def line(
    axes: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    tone: str = "plain",
    thick: float = 1,
    dots: bool = False,
) -> None:
    """A straight line."""
    style = (0, (2, 2)) if dots else "solid"
    axes.plot([start[0], end[0]], [start[1], end[1]], color=TONES[tone][1], linewidth=thick, linestyle=style)


def dot(axes: Axes, x: float, y: float, *, tone: str = "blue") -> None:
    """A point."""
    axes.plot([x], [y], "o", color=TONES[tone][1], markersize=6, markeredgewidth=0)


def answers(
    axes: Axes,
    y: float,
    got: Any,
    expected: Any,
    paint: Callable[[Any, float], float],
    *,
    none: str = "",
    same: str = "Yours, as expected",
) -> float:
    """Both answers below each other, or one where they are alike; returns the height below them.

    `paint` draws an answer, made `plain`, from a height on and returns that below it; where it cannot, words say that
    the answer is not what it should be. `none` says what None means; without it, None is no answer: nothing is known to
    be expected then, and where both are None, as in a trial that prints, nothing is drawn. `same` is the title of one
    that stands for both.
    """
    pairs = [("Yours", got), ("Expected", expected)]
    if got is None and expected is None and not none:
        return y
    if _beside.get() or alike(got, expected):
        pairs = [(as_expected(same), got)]
    elif expected is None and not none:
        pairs = pairs[:1]
    for title, answer in pairs:
        words(axes, 0, y + 0.25, title, size=10.5, tone="plain")
        odd = _line(answer) if alike(answer, expected) else f"Not of the documented form: {_line(answer)}"
        if answer is None and none:
            odd = f"None: {none}"
        y = _painted(axes, y + 0.75, answer, paint, odd) + 0.45
    return y


def _painted(axes: Axes, y: float, answer: Any, paint: Callable[[Any, float], float], odd: str) -> float:
    """The height below what was drawn of an answer; where it cannot be drawn, of these words."""
    before, limits = set(axes.get_children()), axes.dataLim.frozen()
    try:
        return paint(plain(answer), y)
    except Failed:
        raise
    except Exception:  # an answer may be anything
        for artist in set(axes.get_children()) - before:
            artist.remove()
        axes.dataLim.set(limits)
    words(axes, 0, y + 0.2, odd, size=9.5)
    return y + 0.5


def told(axes: Axes, y: float, got: Any, expected: Any, *, size: float = 10.5) -> float:
    """Both answers in words, or one where they are alike; returns the height below them."""
    if _beside.get() or alike(got, expected):
        words(axes, 0, y + 0.25, f"{as_expected()}: {_line(got)}", size=size)
        return y + 0.6
    words(axes, 0, y + 0.25, f"Yours: {_line(got)}", size=size, tone="red")
    words(axes, 0, y + 0.8, f"Expected: {_line(expected)}", size=size)
    return y + 1.15


def steps(axes: Axes, y: float, call: Call, got: Any, expected: Any, *, most: int = 12) -> float:
    """The method calls of an object with what they returned, both ways; where answers differ, in red.

    Of more than `most`, those up to the first that differs. Answers that are not one for each call are told in words.
    """
    yours, wanted = plain(got), plain(expected)
    if not all(isinstance(answer, list) and len(answer) == len(call.then) for answer in (yours, wanted)):
        return told(axes, y, got, expected)
    unlike = [at for at, (mine, right) in enumerate(zip(yours, wanted, strict=True)) if not alike(mine, right)]
    stop = min(len(call.then), max(most, unlike[0] + 1 if unlike else 0))
    shown = range(max(0, stop - most), stop)
    texts = [f"{name}({', '.join(show(arg, longest=24) for arg in args)})" for name, args in call.then]
    second = max([breadth([texts[at]], 9) for at in shown]) + 0.3
    third = second + max([2.2, *(breadth([_short(yours[at])], 9) + 0.3 for at in shown)])
    for (title, _), x in zip(sides(got, expected), (second, third), strict=False):
        words(axes, x, y + 0.2, title, size=9.5)
    for at in shown:
        y += 0.5
        tone = "red" if at in unlike else "plain"
        words(axes, 0, y + 0.2, texts[at], size=9)
        words(axes, second, y + 0.2, _short(yours[at]), size=9, tone=tone)
        if not _beside.get():
            words(axes, third, y + 0.2, _short(wanted[at]), size=9)
    return y + 0.5


def alike(got: Any, expected: Any) -> bool:
    """Whether two answers are equal, whatever their form."""
    try:
        return bool(plain(got) == plain(expected))
    except Failed:
        raise
    except Exception:
        return False


def plain(value: Any) -> Any:
    """An answer with lists for tuples and arrays, and Python's numbers for NumPy's."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def text_of(value: Any) -> str:
    """A value as it stands in a cell: text without quotes, and not too much of it."""
    text = value if isinstance(value, str) else show(value, longest=16)
    text = text if text.isprintable() else repr(text)[1:-1]
    return text if len(text) <= 16 else text[:15] + "…"


def _line(value: Any) -> str:
    return show(value, longest=60).replace("\n", " ")


def _short(value: Any) -> str:
    return show(value, longest=30).replace("\n", " ")
