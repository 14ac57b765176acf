"""The checkpoints on a line: which ones are kept, and which gaps are too long."""

from itertools import pairwise
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

LONG = 14.0
"""Units of the line."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 30 checkpoints."""
    steps, most, pinned = diagrams.given(call, "steps", "most", "pinned")
    if len(steps) > 30:
        raise ValueError("too many checkpoints to see anything")
    axes = diagrams.sheet(figure)

    def at(step: float) -> float:
        return LONG * (step - steps[0]) / max(steps[-1] - steps[0], 1)

    def kept(answer: Any, y: float) -> float:
        y += 0.2
        chosen = [step for step in steps if step in answer]
        if len(chosen) != len(answer):
            raise ValueError("not some of the steps")
        for step, after in pairwise(chosen):
            tone = "blue" if after - step <= most else "red"
            diagrams.line(axes, (at(step), y), (at(after), y), tone=tone, thick=2)
            if after - step > most:
                diagrams.words(
                    axes, at((step + after) / 2), y - 0.3, str(after - step), tone=tone, size=8, align="center"
                )
        end = -9.0
        for step in steps:
            must = step in pinned or step in (steps[0], steps[-1])
            tone = ("gold" if must else "blue") if step in chosen else "red" if must else "faint"
            diagrams.line(axes, (at(step), y - 0.16), (at(step), y + 0.16), tone=tone, thick=4)
            if step in chosen and at(step) > end:
                diagrams.words(axes, at(step), y + 0.42, str(step), tone=tone, size=8, align="center")
                end = at(step) + diagrams.breadth([str(step)], 7)
        diagrams.words(axes, LONG + 0.3, y, f"{len(chosen)} kept", size=9)
        return y + 0.8

    none = f"even all checkpoints leave a gap of more than {most}"
    y = diagrams.answers(axes, 0, got, expected, kept, none=none)
    told = f"gold: must be kept; red: missing, or a gap of more than {most} steps; gray: deleted"
    diagrams.words(axes, 0, y, told, size=9)
    diagrams.fit(axes)
