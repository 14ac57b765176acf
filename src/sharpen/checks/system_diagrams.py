"""Diagrams of systems, for the worked answers of cases: boxes on a grid, arrows between them, and lanes around them.

The colors are middle tones, so that they can be read on a light page and on a dark one. A box is as wide as three fit
on a phone.
"""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
WIDTH, HEIGHT, ACROSS, DOWN = 1.66, 0.82, 1.95, 1.28
"""A box, and the way from one to the next, in units; y grows upward."""
INCHES = 5.5
Box = tuple[float, float, str, str, str]
"""Its column and its row, a title, a note, and a color."""
Point = tuple[float, float]
Lane = Sequence[Point]
"""The points of a bent arrow."""


def system(
    figure: Figure,
    boxes: Mapping[str, Box],
    arrows: Sequence[tuple[str, str]],
    *,
    both_ways: Sequence[tuple[str, str]] = (),
    lanes: Sequence[Lane] = (),
    height: float = 5.6,
) -> None:
    """Draw boxes, the arrows from one to another by their names, and lanes; the figure is `height` inches high."""
    figure.set_size_inches(INCHES, height)
    axes = figure.subplots()
    for box in boxes.values():
        _box(axes, *box)
    for pairs, style in ((arrows, "-|>"), (both_ways, "<|-|>")):
        for start, end in pairs:
            tail, head = _facing(boxes[start], boxes[end])
            _arrow(axes, tail, head, style, gap=1)
    for points in lanes:
        axes.plot(*zip(*points[:-1], strict=True), color=INK, lw=1.3)
        _arrow(axes, points[-2], points[-1], "-|>", gap=0)
    right, top = corner(max(box[0] for box in boxes.values()), max(box[1] for box in boxes.values()))
    bends = [point for points in lanes for point in points]
    axes.set_xlim(-0.05, max([right + 0.05, *(x + 0.04 for x, _ in bends)]))
    axes.set_ylim(min([0.0, *(y for _, y in bends)]) - 0.05, top + 0.05)
    axes.set_aspect("equal")
    axes.axis("off")
    figure.patch.set_visible(False)
    figure.tight_layout(pad=0.1)


def corner(column: float, row: float) -> Point:
    """The upper right corner of the box at a place of the grid."""
    return column * ACROSS + WIDTH, row * DOWN + HEIGHT


def middle(column: float, row: float) -> Point:
    """The middle of the box at a place of the grid."""
    return column * ACROSS + WIDTH / 2, row * DOWN + HEIGHT / 2


def beside(column: float, start: float, end: float, off: float = 0.18) -> Lane:
    """From the right side of the box in one row of a column to that in another, past those between them."""
    right = corner(column, 0)[0]
    low, high = middle(column, start)[1], middle(column, end)[1]
    return [(right, low), (right + off, low), (right + off, high), (right, high)]


def _box(axes: Axes, column: float, row: float, title: str, note: str, color: str) -> None:
    x, y = column * ACROSS, row * DOWN
    shape = FancyBboxPatch(
        (x, y), WIDTH, HEIGHT, boxstyle="round,pad=0,rounding_size=0.1", facecolor="none", edgecolor=color, lw=1.6
    )
    axes.add_patch(shape)
    axes.text(x + WIDTH / 2, y + 0.54, title, ha="center", va="center", color=color, fontsize=10, fontweight="bold")
    axes.text(x + WIDTH / 2, y + 0.24, note, ha="center", va="center", color=INK, fontsize=7.8)


def _facing(start: Box, end: Box) -> tuple[Point, Point]:
    """Where an arrow begins and ends: the sides of the boxes that face each other, or corners on a diagonal."""
    (x0, y0), (x1, y1) = start[:2], end[:2]
    side, up = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
    tail, head = (
        (x * ACROSS + WIDTH / 2 * (1 + sign * side), y * DOWN + HEIGHT / 2 * (1 + sign * up))
        for x, y, sign in ((x0, y0, 1), (x1, y1, -1))
    )
    return tail, head


def _arrow(axes: Axes, tail: Point, head: Point, style: str, *, gap: float) -> None:
    """`gap` is the distance in points that it keeps from where it begins; a lane's last part has none."""
    props = {"arrowstyle": style, "color": INK, "lw": 1.3, "mutation_scale": 9, "shrinkA": gap, "shrinkB": 1}
    axes.annotate("", head, tail, arrowprops=props)
