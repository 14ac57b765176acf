"""The list as it was given and with its blocks turned; each node keeps its color."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Each block has a color, and what is left at the end is gray. Raises ValueError for more than 16 nodes."""
    head, k = diagrams.given(call, "head", "k")
    if k < 1:
        raise ValueError("there are no blocks")
    values = list(head.value[0]) if head else []
    full = len(values) // k * k
    tones = [("blue", "gold", "green")[place // k % 3] if place < full else "gray" for place in range(len(values))]
    node_diagrams.relinked(figure, values, tones, got, expected)
