"""The list as it was given and after folding; each node keeps its color, and arrows say which one comes next."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """The first half is blue, the second gold, a new node red. Raises ValueError for more than 16 nodes."""
    (head,) = diagrams.given(call, "head")
    values = list(head.value[0]) if head else []
    tones = ["blue" if 2 * place < len(values) else "gold" for place in range(len(values))]
    node_diagrams.relinked(figure, values, tones, got, expected)
