"""The list as it was given and with its blocks turned; each node keeps its color."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Each block has a color, and what is left at the end is gray. Raises ValueError for more than 16 nodes."""
    head, k = diagrams.given(call, "head", "k")
    values = list(head.value[0]) if head else []
    if not 0 < len(values) <= 16 or k < 1:
        raise ValueError("too many nodes to see anything, or none")
    full = len(values) // k * k
    tones = [("blue", "gold", "green")[place // k % 3] if place < full else "gray" for place in range(len(values))]
    axes = diagrams.sheet(figure)
    diagrams.words(axes, 0, 0.25, "Given", size=10.5)
    y = node_diagrams.chain(axes, 0.6, Nodes("linked_list", tuple(values)), tones) + 0.3

    def turned(answer: Any, y: float) -> float:
        origins = node_diagrams.origins(answer, values)[:20]
        new = any(place >= 0 for place in answer.origins)
        own = [("red" if new else "plain") if place is None else tones[place] for place in origins]
        return node_diagrams.chain(axes, y, answer, own)

    told = isinstance(got, Nodes) and bool(got.origins) and min(got.origins) >= 0
    title = "Yours, as expected" if told else "Yours, with the expected values"
    diagrams.answers(axes, y, got, expected, turned, same=title)
    diagrams.fit(axes)
