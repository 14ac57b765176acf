"""The trie of the pieces, and the text cut into parts."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, node_diagrams

SHOWS_METHOD = True

LETTER = 0.55
"""Units of a letter's cell."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no text, one of more than 32 letters, or more pieces than can be seen."""
    pieces, text = diagrams.given(call, "pieces", "text")
    if not 0 < len(text) <= 32:
        raise ValueError("too many letters to see anything, or none")
    axes = diagrams.sheet(figure)
    y = node_diagrams.trie(axes, 0, pieces)
    diagrams.words(axes, 0, y + 0.1, "The pieces; gold: where one ends.", size=9)

    def cut(answer: Any, y: float) -> float:
        at = 0
        for part, known in answer:
            tone = "gray" if not known else "blue" if part in pieces else "red"
            wide = LETTER * len(part)
            if at + len(part) > len(text) + 8:
                raise ValueError("longer than the text")
            for place, letter in enumerate(part):
                diagrams.words(axes, LETTER * (at + place + 0.5), y + 0.45, letter, tone=tone, align="center")
            diagrams.cell(axes, LETTER * at, y, None, tone=tone, wide=wide, high=0.9)
            at += len(part)
        return y + 0.9

    y = diagrams.answers(axes, y + 0.5, got, expected, cut)
    diagrams.words(axes, 0, y, "Blue: a piece; gray: unknown letters; red: called known, and no piece.", size=9)
    diagrams.fit(axes)
