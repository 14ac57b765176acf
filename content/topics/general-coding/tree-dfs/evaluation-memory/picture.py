"""The operations, each with its own size and the least memory in which it can be computed."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, layouts, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no operations, or more than 20."""
    (root,) = diagrams.given(call, "root")
    values = list(root.value[0]) if root else []
    places, edges = layouts.binary(values)
    if not 0 < len(places) <= 20:
        raise ValueError("too many operations to see anything, or none")
    axes = diagrams.sheet(figure)
    below: dict[int, list[int]] = {}
    for parent, child in edges:
        below.setdefault(parent, []).append(child)
    needs: dict[int, int] = {}
    for at in sorted(places, reverse=True):
        ends = below.get(at, [])
        own = values[at] + sum(values[end] for end in ends)
        orders = [[one, *(end for end in ends if end != one)] for one in ends] or [[]]
        needs[at] = min(
            max([own, *(needs[end] + sum(values[one] for one in order[:turn]) for turn, end in enumerate(order))])
            for order in orders
        )
    texts = [f"{value}, {needs[at]}" if at in needs else None for at, value in enumerate(values)]
    heavy = {at: "blue" for at in needs if needs[at] == needs[0]}
    y = node_diagrams.tree(axes, 0, Nodes("binary_tree", tuple(texts)), heavy)
    told = "In a node: its size, and the least MB in which it can be computed; blue: as many as the root needs."
    diagrams.words(axes, 0, y + 0.2, told, size=9)
    diagrams.told(axes, y + 0.6, got, expected)
    diagrams.fit(axes)
