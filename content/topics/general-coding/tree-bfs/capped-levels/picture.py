"""The tree, row by row: what is shown is blue, what is hidden gray, and beside each row what was returned for it."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, Nodes, diagrams, layouts, node_diagrams


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no nodes, or more than 24."""
    root, _ = diagrams.given(call, "root", "most")
    values = list(root.value[0]) if root else []
    places, _ = layouts.binary(values)
    if not 0 < len(places) <= 24:
        raise ValueError("too many nodes to see anything, or none")
    axes = diagrams.sheet(figure)
    rows: dict[int, list[int]] = {}
    for at in sorted(places):
        rows.setdefault(int(places[at][1]), []).append(at)
    right = len(places) * (diagrams.breadth([values[at] for at in places]) * 0.8 + 0.1) + 0.6

    def shown(answer: Any, y: float) -> float:
        tones = {}
        told = [(list(texts), int(hidden)) for texts, hidden in answer]
        for depth, nodes in rows.items():
            count = len(told[depth][0]) if depth < len(told) else 0
            tones |= {at: "blue" if place < count else "gray" for place, at in enumerate(nodes)}
        low = node_diagrams.tree(axes, y, Nodes("binary_tree", tuple(values)), tones)
        for depth, (texts, hidden) in enumerate(told[: len(rows) + 2]):
            wrong = depth >= len(expected) or not diagrams.alike((texts, hidden), expected[depth])
            tone = "red" if wrong else "plain"
            text = f"{', '.join(map(diagrams.text_of, texts)) or 'nothing'}; {hidden} more"
            diagrams.words(axes, right, y + 0.4 + 1.15 * depth, text, tone=tone, size=9)
        return low

    y = diagrams.answers(axes, 0, got, expected, shown)
    diagrams.words(axes, 0, y, "Blue: shown; gray: hidden.", size=9)
    diagrams.fit(axes)
