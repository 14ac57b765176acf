"""Diagrams of nodes and what links them: linked lists, trees and graphs."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from sharpen.checks import diagrams
from sharpen.checks.nodes import Nodes
from sharpen.checks.showing import show


def node(axes: Axes, x: float, y: float, value: Any, *, tone: str = "plain") -> FancyBboxPatch:
    """A round box with a value, its middle at (x, y), to be linked with others."""
    wide, high = max(0.72, len(diagrams.text_of(value)) * diagrams.LETTER * 10 + 0.34), 0.72
    fill, edge, _ = diagrams.TONES[tone]
    shape = f"round,pad=0,rounding_size={high / 2}"
    corner = (x - wide / 2, y - high / 2)
    box = FancyBboxPatch(corner, wide, high, boxstyle=shape, facecolor=fill, edgecolor=edge, linewidth=1.1)
    axes.add_patch(box)
    axes.update_datalim([corner, (x + wide / 2, y + high / 2)])
    diagrams.words(axes, x, y, diagrams.text_of(value), tone=tone, align="center")
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
            color=diagrams.TONES[tone][1],
            linewidth=thick,
        )
    )
    middle = (x + u) / 2 + bend * (v - y) / 2, (y + v) / 2 - bend * (u - x) / 2
    axes.update_datalim([middle])
    if text:
        axes.text(
            *middle,
            text,
            color=diagrams.TONES[tone][2],
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
    step = diagrams.breadth(nodes.values) + 0.55
    boxes = [
        node(axes, (at + 0.5) * step - 0.25, y + 0.45, value, tone=tone)
        for at, (value, tone) in enumerate(zip(nodes.values, tones, strict=False))
    ]
    for box, after in pairwise(boxes):
        link(axes, box, after)
    low = y + 0.9
    for back in nodes.links:
        link(axes, boxes[-1], boxes[back], tone="red", bend=-0.3)
        diagrams.words(axes, 0, low + 0.9, f"The last node leads back to place {back}.", tone="red", size=9)
        low += 1.1
    if nodes.fault:
        diagrams.words(axes, 0, low + 0.2, nodes.fault, tone="red", size=9)
        low += 0.4
    return low


def origins(answer: Nodes, values: Sequence[Any]) -> list[int | None]:
    """Where each node of an answer stood in the list that was given; None for a new one, or one that cannot be told."""
    if any(place >= 0 for place in answer.origins):
        return [place if place >= 0 else None for place in answer.origins]
    shown = [show(value) for value in values]
    return [shown.index(text) if shown.count(text) == 1 else None for text in map(show, answer.values)]


def _middle(box: FancyBboxPatch) -> tuple[float, float]:
    return box.get_x() + box.get_width() / 2, box.get_y() + box.get_height() / 2
