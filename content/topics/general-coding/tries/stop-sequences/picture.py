"""The trie of the stop sequences, and what each call returned."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more stop sequences than can be seen."""
    (stops,) = diagrams.given(call, "stops")
    axes = diagrams.sheet(figure)
    y = node_diagrams.trie(axes, 0, stops)
    diagrams.words(axes, 0, y + 0.1, "The stop sequences; gold: where one ends.", size=9)
    diagrams.steps(axes, y + 0.6, call, got, expected, most=16)
    diagrams.fit(axes)
