"""Diagrams of nodes and what links them: linked lists, trees and graphs."""

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from sharpen.checks import diagrams
from sharpen.checks.layouts import Place, binary, spread
from sharpen.checks.nodes import Nodes
from sharpen.checks.showing import show

Key = TypeVar("Key", bound=Hashable)
MOST_LINKED = 16
"""Nodes of a list, beyond which nothing can be seen."""
MOST_LETTERS = 24
"""Nodes of a trie with a letter each; where there are more, letters share a node."""


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
    axes.add_artist(  # not as a patch, whose bend counts as going to the other side until the axis points down
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
    middle = (x + u) / 2 - bend * (v - y) / 2, (y + v) / 2 + bend * (u - x) / 2
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


def relinked(figure: Figure, values: Sequence[Any], tones: Sequence[str], got: Any, expected: Any) -> None:
    """A list as it was given, and below it what became of it: each node keeps its tone, a new one is red.

    Raises ValueError for no nodes, or for too many to see anything.
    """
    if not 0 < len(values) <= MOST_LINKED:
        raise ValueError("too many nodes to see anything, or none")
    axes = diagrams.sheet(figure)
    diagrams.words(axes, 0, 0.25, "Given", size=10.5)
    y = chain(axes, 0.6, Nodes("linked_list", tuple(values)), tones) + 0.3

    def answered(answer: Any, y: float) -> float:
        new = any(place >= 0 for place in answer.origins)
        places = origins(answer, values)[:20]
        own = [("red" if new else "plain") if place is None else tones[place] for place in places]
        return chain(axes, y, answer, own)

    told = isinstance(got, Nodes) and bool(got.origins) and min(got.origins) >= 0
    title = "Yours, as expected" if told else "Yours, with the expected values"
    diagrams.answers(axes, y, got, expected, answered, same=title)
    diagrams.fit(axes)


def tree(axes: Axes, y: float, nodes: Nodes, tones: Mapping[int, str] | None = None) -> float:
    """A binary tree; `tones` go by the places in its values. Returns the height below it."""
    if nodes.kind != "binary_tree":
        raise TypeError("no binary tree")
    places, edges = binary(nodes.values)
    wide = diagrams.breadth([nodes.values[at] for at in places]) * 0.8 + 0.1
    boxes = {
        at: node(axes, (x + 0.5) * wide, y + 0.4 + 1.15 * depth, nodes.values[at], tone=(tones or {}).get(at, "plain"))
        for at, (x, depth) in places.items()
    }
    for parent, child in edges:
        link(axes, boxes[parent], boxes[child], arrow=False)
    low = y + 0.9 + 1.15 * max((depth for _, depth in places.values()), default=-0.8)
    if nodes.fault:
        diagrams.words(axes, 0, low + 0.2, nodes.fault, tone="red", size=9)
        low += 0.4
    return low


def trie(axes: Axes, y: float, texts: Sequence[str], *, gone: Sequence[str] = ()) -> float:
    """A trie of texts, their ends in gold, and the ends of those that are gone in gray; returns the height below it.

    Where there are many letters, those that nothing branches from share a node. Raises ValueError for more nodes than
    can be seen.
    """
    places, chunks, below = _prefixes([*texts, *gone])
    tones = dict.fromkeys(gone, "gray") | dict.fromkeys(texts, "gold")
    boxes = {}
    for prefix, (x, depth) in places.items():
        middle = x * (diagrams.breadth(list(chunks.values())) + 0.1) + 0.4, y + 0.4 + 1.15 * depth
        boxes[prefix] = node(axes, *middle, chunks[prefix], tone=tones.get(prefix, "plain"))
    for prefix, ends in below.items():
        for end in ends:
            link(axes, boxes[prefix], boxes[end], arrow=False)
    return y + 0.9 + 1.15 * max(depth for _, depth in places.values())


def _prefixes(texts: Sequence[str]) -> tuple[dict[str, Place], dict[str, str], dict[str, list[str]]]:
    """The nodes of a trie by their prefix: the place of each, the letters in it, and the nodes below it."""
    kept = sorted({"", *(text[:stop] for text in texts for stop in range(1, len(text) + 1))})
    if len(kept) > MOST_LETTERS:
        branches = Counter(prefix[:-1] for prefix in kept if prefix)
        kept = [prefix for prefix in kept if not prefix or prefix in texts or branches[prefix] > 1]
    if len(kept) > 2 * MOST_LETTERS:
        raise ValueError("too many nodes to see anything")
    known = set(kept)
    chunks, below = {"": "·"}, dict[str, list[str]]()
    for prefix in kept[1:]:
        above = next(prefix[:stop] for stop in reversed(range(len(prefix))) if prefix[:stop] in known)
        chunks[prefix] = prefix[len(above) :]
        below.setdefault(above, []).append(prefix)
    return spread(below, [""]), chunks, below


def network(
    axes: Axes,
    y: float,
    places: Mapping[Key, Place],
    names: Mapping[Key, Any],
    links: Sequence[tuple[Key, Key, str, str]],
    *,
    tones: Mapping[Key, str] | None = None,
    arrow: bool = True,
) -> float:
    """A graph whose nodes have places in columns and rows; each link is two nodes, words and a tone.

    Links between the same two nodes bend away from each other, and links around nodes that are in their way. Returns
    the height below it.
    """
    words = max((diagrams.breadth([text], 8) for *_, text, _ in links if text), default=0.4)
    across, down = (
        diagrams.breadth(list(names.values())) + words + 0.2,
        2.0 if any(text for *_, text, _ in links) else 1.4,
    )
    top = min((row for _, row in places.values()), default=0.0)
    middles = {key: ((x + 0.3) * across, y + 0.6 + (row - top) * down) for key, (x, row) in places.items()}
    boxes = {
        key: node(axes, *middle, names.get(key, key), tone=(tones or {}).get(key, "plain"))
        for key, middle in middles.items()
    }
    pairs = Counter(frozenset(ends) for *ends, _, _ in links)
    seen = Counter[frozenset[Key]]()
    for start, end, text, tone in links:
        pair = frozenset((start, end))
        thick = 1.1 if tone in ("plain", "faint") else 1.8
        if start == end:
            loop(axes, boxes[start], text, tone=tone)
            continue
        apart = 0.9 if text else 0.4
        away = apart * (seen[pair] - (pairs[pair] - 1) / 2) * (-1 if middles[start] > middles[end] else 1)
        seen[pair] += 1
        others = [middle for key, middle in middles.items() if key not in pair]
        sides = [_side(middles[start], middles[end], middle) for middle in others]
        if pairs[pair] == 1 and any(sides):
            away = -0.4 if next(filter(None, sides)) > 0 else 0.4
        link(axes, boxes[start], boxes[end], text, tone=tone, arrow=arrow, bend=away, thick=thick)
    return max(max((low for _, low in middles.values()), default=y) + 0.7, float(axes.dataLim.y1) + 0.2)


def loop(axes: Axes, box: FancyBboxPatch, text: str = "", *, tone: str = "plain") -> None:
    """A link from a node to itself."""
    x, y = _middle(box)
    ends = (x + 0.22, y - 0.36), (x - 0.22, y - 0.36)
    color = diagrams.TONES[tone][1]
    shape = "arc3,rad=1.6"
    axes.add_artist(FancyArrowPatch(*ends, arrowstyle="-|>", connectionstyle=shape, mutation_scale=8, color=color))
    axes.update_datalim([(x, y - 0.8)])
    if text:
        diagrams.words(axes, x + 0.35, y - 0.65, text, tone=tone, size=8)


def _side(start: Place, end: Place, point: Place) -> int:
    """On which side of the straight way between two others a point is in the way, 1 or -1; 0 if it is not."""
    (x, y), (u, v), (s, t) = start, end, point
    long = math.hypot(u - x, v - y)
    along, aside = (s - x) * (u - x) + (t - y) * (v - y), (t - y) * (u - x) - (s - x) * (v - y)
    if not 0 < along < long * long or abs(aside) > 0.5 * long:
        return 0
    return 1 if aside > 0 else -1


def _middle(box: FancyBboxPatch) -> tuple[float, float]:
    return box.get_x() + box.get_width() / 2, box.get_y() + box.get_height() / 2
