"""The tree as it was given and without the questions asked in vain."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Leaves are blue. Raises ValueError for no nodes, or more than 20."""
    (root,) = diagrams.given(call, "root")
    values = list(root.value[0]) if root else []
    if not 0 < len(values) - values.count(None) <= 20:
        raise ValueError("too many nodes to see anything, or none")
    axes = diagrams.sheet(figure)
    diagrams.words(axes, 0, 0.25, "Given", size=10.5)

    def simplified(answer: Any, y: float) -> float:
        if len(answer.values) > 60:
            raise ValueError("too many nodes to see anything")
        _, edges = layouts.binary(answer.values)
        questions = {parent for parent, _ in edges}
        tones = {at: "plain" if at in questions else "blue" for at in range(len(answer.values))}
        return node_diagrams.tree(axes, y, answer, tones)

    y = simplified(Nodes("binary_tree", tuple(values)), 0.7) + 0.3
    y = diagrams.answers(axes, y, got, expected, simplified)
    diagrams.words(axes, 0, y, "Blue: leaves.", size=9)
    diagrams.fit(axes)
