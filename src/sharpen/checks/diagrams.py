"""Diagrams of structures, for pictures of answers: rows of cells, tables, nodes and what links them, time lines.

All is drawn on one axis in units of a cell, with y growing downward; `fit` makes the figure as large as what was drawn.
The colors are middle tones, and words are gray, so that they can be read on a light page and on a dark one.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Rectangle

from sharpen.checks.calls import Call
from sharpen.checks.check import Failed
from sharpen.checks.nodes import Nodes
from sharpen.checks.showing import show

UNIT = 0.42
"""Inches of a cell's side."""
LETTER = 0.021
"""The width of a letter of one point, in units, as a rule: a little more than most are wide."""
MARGIN = 0.25

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
    return max([1.0, *(len(_text(value)) * LETTER * size + 0.4 for value in values)])


def words(
    axes: Axes, x: float, y: float, text: str, *, tone: str = "plain", size: float = 10, align: str = "left"
) -> None:
    """Words at the height y, which begin at x, or end there (`right`), or have their middle there (`center`)."""
    axes.text(x, y, text.replace("$", r"\$"), color=TONES[tone][2], fontsize=size, ha=align, va="center_baseline")
    wide, high = len(text) * LETTER * size, 0.034 * size
    left = x - {"left": 0, "center": wide / 2, "right": wide}[align]
    axes.update_datalim([(left, y - high / 2), (left + wide, y + high / 2)])


def cell(axes: Axes, x: float, y: float, value: Any, *, tone: str = "plain", wide: float = 1, high: float = 1) -> None:
    """A box whose left upper corner is (x, y), with a value in it; one that is None is left empty."""
    fill, edge, _ = TONES[tone]
    axes.add_patch(Rectangle((x, y), wide, high, facecolor=fill, edgecolor=edge, linewidth=0.9))
    if value is not None:
        words(axes, x + wide / 2, y + high / 2, _text(value), tone=tone, align="center")


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
        words(axes, x + (at + 0.5) * wide, y - 0.28, _text(label), size=9, align="center")
    for at, label in enumerate(down):
        words(axes, x - 0.2, y + at + 0.5, _text(label), size=9, align="right")
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


def node(axes: Axes, x: float, y: float, value: Any, *, tone: str = "plain") -> FancyBboxPatch:
    """A round box with a value, its middle at (x, y), to be linked with others."""
    wide, high = max(0.72, len(_text(value)) * LETTER * 10 + 0.34), 0.72
    fill, edge, _ = TONES[tone]
    shape = f"round,pad=0,rounding_size={high / 2}"
    corner = (x - wide / 2, y - high / 2)
    box = FancyBboxPatch(corner, wide, high, boxstyle=shape, facecolor=fill, edgecolor=edge, linewidth=1.1)
    axes.add_patch(box)
    axes.update_datalim([corner, (x + wide / 2, y + high / 2)])
    words(axes, x, y, _text(value), tone=tone, align="center")
    return box


def link(
    axes: Axes,
    start: FancyBboxPatch,
    end: FancyBboxPatch,
    text: str = "",
    *,
    tone: str = "plain",
    arrow: bool = True,
    bend: float = 0.0,
    thick: float = 1.1,
) -> None:
    """A line or arrow from one node to another, with words at its middle; `bend` is how far it is from straight."""
    (x, y), (u, v) = _middle(start), _middle(end)
    axes.add_patch(
        FancyArrowPatch(
            (x, y),
            (u, v),
            patchA=start,
            patchB=end,
            arrowstyle="-|>" if arrow else "-",
            connectionstyle=f"arc3,rad={bend}",
            mutation_scale=9,
            shrinkA=0,
            shrinkB=1,
            color=TONES[tone][1],
            linewidth=thick,
        )
    )
    middle = (x + u) / 2 + bend * (v - y) / 2, (y + v) / 2 - bend * (u - x) / 2
    axes.update_datalim([middle])
    if text:
        axes.text(
            *middle,
            text,
            color=TONES[tone][2],
            fontsize=8,
            ha="center",
            va="center_baseline",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
        )


def chain(axes: Axes, y: float, nodes: Nodes, tones: Sequence[str]) -> float:
    """A linked list from its head, arrows from each node to the next; returns the height below it.

    Where the last node leads back, an arrow does. Raises TypeError for another structure.
    """
    if nodes.kind != "linked_list":
        raise TypeError("no linked list")
    step = breadth(nodes.values) + 0.55
    boxes = [
        node(axes, (at + 0.5) * step - 0.25, y + 0.45, value, tone=tone)
        for at, (value, tone) in enumerate(zip(nodes.values, tones, strict=False))
    ]
    for box, after in pairwise(boxes):
        link(axes, box, after)
    low = y + 0.9
    for back in nodes.links:
        link(axes, boxes[-1], boxes[back], tone="red", bend=-0.3)
        words(axes, 0, low + 0.9, f"The last node leads back to place {back}.", tone="red", size=9)
        low += 1.1
    if nodes.fault:
        words(axes, 0, low + 0.2, nodes.fault, tone="red", size=9)
        low += 0.4
    return low


def origins(answer: Nodes, values: Sequence[Any]) -> list[int | None]:
    """Where each node of an answer stood in the list that was given; None for a new one, or one that cannot be told."""
    if any(place >= 0 for place in answer.origins):
        return [place if place >= 0 else None for place in answer.origins]
    shown = [show(value) for value in values]
    return [shown.index(text) if shown.count(text) == 1 else None for text in map(show, answer.values)]


def answers(
    axes: Axes,
    y: float,
    got: Any,
    expected: Any,
    paint: Callable[[Any, float], float],
    *,
    none: str = "",
) -> float:
    """Both answers below each other, or one where they are alike; returns the height below them.

    `paint` draws an answer, made `plain`, from a height on and returns that below it; where it cannot, words say that
    the answer is not what it should be. `none` says what None means; without it, None is no answer: nothing is known to
    be expected then, and where both are None, as in a trial that prints, nothing is drawn.
    """
    pairs = [("Yours", got), ("Expected", expected)]
    if got is None and expected is None and not none:
        return y
    if alike(got, expected):
        pairs = [("Yours, as expected", got)]
    elif expected is None and not none:
        pairs = pairs[:1]
    for title, answer in pairs:
        words(axes, 0, y + 0.25, title, size=10.5, tone="plain")
        y = _painted(axes, y + 0.75, answer, paint, none) + 0.45
    return y


def _painted(axes: Axes, y: float, answer: Any, paint: Callable[[Any, float], float], none: str) -> float:
    """The height below what was drawn of an answer."""
    before, limits = set(axes.get_children()), axes.dataLim.frozen()
    try:
        if answer is not None or not none:
            return paint(plain(answer), y)
        told = f"None: {none}"
    except Failed:
        raise
    except Exception:  # an answer may be anything
        told = f"Not of the documented form: {show(answer, longest=60)}"
        for artist in set(axes.get_children()) - before:
            artist.remove()
        axes.dataLim.set(limits)
    words(axes, 0, y + 0.2, told.replace("\n", " "), size=9.5)
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


def _middle(box: FancyBboxPatch) -> tuple[float, float]:
    return box.get_x() + box.get_width() / 2, box.get_y() + box.get_height() / 2


def _text(value: Any) -> str:
    """A value as it stands in a cell: text without quotes, and not too much of it."""
    text = value if isinstance(value, str) else show(value, longest=16)
    text = text if text.isprintable() else repr(text)[1:-1]
    return text if len(text) <= 16 else text[:15] + "…"
