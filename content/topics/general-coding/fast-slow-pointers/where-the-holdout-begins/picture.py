"""The list, with the events that are held out in gold, and what was returned."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no nodes, or more than 16."""
    head, k = diagrams.given(call, "head", "k")
    values = list(head.value[0]) if head else []
    count = len(values)
    if not 0 < count <= 16:
        raise ValueError("too many nodes to see anything, or none")
    axes = diagrams.sheet(figure)
    tones = ["gold" if place >= count - count // k else "blue" for place in range(count)]
    diagrams.words(
        axes, 0, 0.25, f"Given: {count} events, of which {count} // {k} = {count // k} are held out", size=10.5
    )
    y = node_diagrams.chain(axes, 0.6, Nodes("linked_list", tuple(values)), tones) + 0.3

    def held(answer: Any, y: float) -> float:
        origins = node_diagrams.origins(answer, values)[:20]
        own = ["plain" if place is None else tones[place] for place in origins]
        return node_diagrams.chain(axes, y, answer, own)

    y = diagrams.answers(axes, y, got, expected, held, none="nothing is held out")
    diagrams.words(axes, 0, y, "Blue: to train on; gold: held out.", size=9)
    diagrams.fit(axes)
