"""The norms as points, step by step, with the thresholds: yours and the expected ones."""

from numbers import Real
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

HIGH = 5.0
"""Units of the largest norm."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no norms, or more than 40."""
    norms, d = diagrams.given(call, "norms", "d")
    if not 0 < len(norms) <= 40:
        raise ValueError("too many norms to see anything, or none")
    axes = diagrams.sheet(figure)
    got = diagrams.plain(got)
    step, top = 12 / max(len(norms), 8), max(*norms, 1)

    def height(norm: float) -> float:
        return HIGH * (1 - min(max(norm / top, -0.05), 1.1))

    yours = list(got) if isinstance(got, list) else []
    for at, right in enumerate(expected):
        diagrams.line(axes, (at * step, height(right)), ((at + 1) * step, height(right)), tone="green", thick=3.5)
        mine = yours[at] if at < len(yours) else None
        if isinstance(mine, Real) and mine != right:
            diagrams.line(axes, (at * step, height(mine)), ((at + 1) * step, height(mine)), tone="red", thick=2)
        over = sum(norm > right for norm in norms[: at + 1])
        x = (at + 0.5) * step
        if len(norms) <= 16:
            told = f"{over} of {at + 1}"
            diagrams.words(axes, x, HIGH + 0.55, told, size=8, align="center")
    for at, norm in enumerate(norms):
        diagrams.dot(axes, (at + 0.5) * step, height(norm), tone="blue")
        if len(norms) <= 20:
            diagrams.words(axes, (at + 0.5) * step, height(norm) - 0.35, str(norm), size=8, tone="blue", align="center")
    diagrams.line(axes, (0, HIGH), (step * len(norms), HIGH), tone="faint")
    diagrams.words(axes, -0.2, HIGH + 0.55, "exceed", size=8, align="right")
    told = f"blue: norms; green: expected thresholds, which at most one in {d} so far exceeds"
    diagrams.words(axes, 0, HIGH + 1.2, told, size=9)
    if not diagrams.alike(got, expected):
        held = "red: yours, where they differ"
        if len(yours) != len(norms):
            held += f"; you returned {len(yours)} for {len(norms)} norms"
        told = held if isinstance(got, list) else "Yours is no list."
        diagrams.words(axes, 0, HIGH + 1.7, told, size=9, tone="red")
    diagrams.fit(axes)
