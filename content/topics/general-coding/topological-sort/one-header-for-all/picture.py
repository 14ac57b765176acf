"""What each sheet wants: an arrow from a column to the next one; and the header, where arrows backward are red."""

from itertools import pairwise
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no columns, or more than 14."""
    (sheets,) = diagrams.given(call, "sheets")
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    if not 0 < len(columns) <= 14:
        raise ValueError("too many columns to see anything, or none")
    axes = diagrams.sheet(figure)
    wide = diagrams.breadth(columns)
    y = 0.2
    for number, sheet in enumerate(sheets[:10]):
        diagrams.words(axes, -0.2, y + 0.4, f"sheet {number}", size=8, align="right")
        for at, column in enumerate(sheet):
            diagrams.cell(axes, at * wide, y, column, tone="gray", wide=wide, high=0.8)
        y += 1
    pairs = list(dict.fromkeys(pair for sheet in sheets for pair in pairwise(sheet)))

    def header(answer: Any, y: float) -> float:
        if sorted(answer) != sorted(columns) or isinstance(answer, str):
            raise ValueError("not every column once")
        longest = max((abs(answer.index(one) - answer.index(other)) for one, other in pairs), default=1)
        high = 0.4 + 0.18 * (wide + 0.4) * longest * (longest > 1)
        boxes = {
            column: node_diagrams.node(axes, (at + 0.5) * (wide + 0.4), y + high, column)
            for at, column in enumerate(answer)
        }
        for one, other in pairs:
            apart = answer.index(other) - answer.index(one)
            bend = 0.0 if apart == 1 else -0.35
            node_diagrams.link(axes, boxes[one], boxes[other], tone="plain" if apart > 0 else "red", bend=bend)
        return y + high + 0.8

    diagrams.answers(axes, y + 0.2, got, expected, header)
    diagrams.fit(axes)
