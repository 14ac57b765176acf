"""The labels as a row of cells, and under it the stretches: yours and the expected one."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

COLORS = ["blue", "gold", "green", "red"]


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Each class has a color. Raises ValueError for no labels, or more than 24."""
    labels, classes = diagrams.given(call, "labels", "classes")
    if not 0 < len(labels) <= 24:
        raise ValueError("too many labels to see anything, or none")
    axes = diagrams.sheet(figure)
    wide = diagrams.breadth(labels)
    tones = {at: COLORS[classes.index(label) % 4] for at, label in enumerate(labels) if label in classes}
    diagrams.row(axes, 0, 0, labels, tones=tones, wide=wide)

    def stretch(answer: Any, y: float) -> float:
        start, stop = answer
        if not 0 <= start <= stop <= len(labels):
            raise ValueError("no stretch of the labels")
        counts = [labels[start:stop].count(one) for one in classes]
        tone = "red" if len(set(counts)) > 1 else "green"
        diagrams.bracket(axes, start * wide, stop * wide, y, tone=tone)
        held = ", ".join(f"{count} {one}" for count, one in zip(counts, classes, strict=True))
        diagrams.words(axes, 0, y + 0.45, f"labels[{start}:{stop}], {stop - start} long: {held}", tone=tone, size=9)
        return y + 0.8

    diagrams.answers(axes, 1.3, got, expected, stretch)
    diagrams.fit(axes)
