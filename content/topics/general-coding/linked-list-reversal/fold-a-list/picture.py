"""The list as it was given and after folding; each node keeps its color, and arrows say which one comes next."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """The first half is blue, the second gold, a new node red. Raises ValueError for more than 16 nodes."""
    (head,) = diagrams.given(call, "head")
    values = list(head.value[0]) if head else []
    if not 0 < len(values) <= 16:
        raise ValueError("too many nodes to see anything, or none")
    tones = ["blue" if 2 * place < len(values) else "gold" for place in range(len(values))]
    axes = diagrams.sheet(figure)
    diagrams.words(axes, 0, 0.25, "Given", size=10.5)
    y = node_diagrams.chain(axes, 0.6, Nodes("linked_list", tuple(values)), tones) + 0.3

    def folded(answer: Any, y: float) -> float:
        origins = node_diagrams.origins(answer, values)[:20]
        new = any(place >= 0 for place in answer.origins)
        own = [("red" if new else "plain") if place is None else tones[place] for place in origins]
        return node_diagrams.chain(axes, y, answer, own)

    told = isinstance(got, Nodes) and bool(got.origins) and min(got.origins) >= 0
    title = "Yours, as expected" if told else "Yours, with the expected values"
    diagrams.answers(axes, y, got, expected, folded, same=title)
    diagrams.fit(axes)
