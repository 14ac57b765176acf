"""The given nodes with those that are near, and what your copy is made of."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 16 nodes."""
    start, hops = diagrams.given(call, "start", "hops")
    values, links = start.value
    if len(values) > 16:
        raise ValueError("too many nodes to see anything")
    axes = diagrams.sheet(figure)
    places = layouts.layers(dict(enumerate(links)), [0])
    near = {at for at, (column, _) in places.items() if column <= hops}
    diagrams.words(axes, 0, 0.25, f"Given; blue: at most {hops} links away", size=10.5)
    names = dict(enumerate(values))
    lines = [(one, end, "", "plain") for one, ends in enumerate(links) for end in ends]
    y = node_diagrams.network(axes, 0.7, places, names, lines, tones=dict.fromkeys(near, "blue")) + 0.3

    def copied(answer: Any, y: float) -> float:
        if not isinstance(answer, Nodes) or answer.kind != "graph" or len(answer.values) > 30:
            raise TypeError("no graph")
        own = dict(enumerate(answer.links))
        where = layouts.layers({at: own.get(at, ()) for at in range(len(answer.values))}, [0])
        tones = {at: "red" if old >= 0 else "blue" for at, old in enumerate(answer.origins or [-1] * len(where))}
        lines = [(one, end, "", "plain") for one, ends in own.items() for end in ends]
        low = node_diagrams.network(axes, y, where, dict(enumerate(answer.values)), lines, tones=tones)
        if any(old >= 0 for old in answer.origins):
            diagrams.words(axes, 0, low + 0.1, "Red: a given node, not a copy.", size=9, tone="red")
            low += 0.4
        if answer.fault:
            diagrams.words(axes, 0, low + 0.1, answer.fault, size=9, tone="red")
            low += 0.4
        return low

    new = isinstance(got, Nodes) and max(got.origins, default=-1) < 0
    title = "Yours, as expected" if new else "Yours, with the expected values and links"
    diagrams.answers(axes, y, got, expected, copied, same=title)
    diagrams.fit(axes)
