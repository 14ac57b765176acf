"""Recordings and outages on a time line, and the stretches that are clean."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

LONG = 12.0
"""Units of the time line."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no pairs, or more than 16."""
    recordings, outages, least = diagrams.given(call, "recordings", "outages", "least")
    given = [(pair, "blue") for pair in recordings] + [(pair, "gold") for pair in outages]
    if not 0 < len(given) <= 16:
        raise ValueError("too many pairs to see anything, or none")
    axes = diagrams.sheet(figure)
    first, last = min(start for (start, _), _ in given), max(stop for (_, stop), _ in given)

    def at(second: float) -> float:
        return LONG * (min(max(second, first), last) - first) / max(last - first, 1)

    for place, ((start, stop), tone) in enumerate(given):
        diagrams.line(axes, (at(start), 0.5 * place), (at(stop), 0.5 * place), tone=tone, thick=4)
        diagrams.words(axes, -0.3, 0.5 * place, f"{start} to {stop}", size=8, align="right")

    def clean(answer: Any, y: float) -> float:
        if len(answer) > 40:
            raise ValueError("more stretches than there can be")
        y += 0.2
        for start, stop in answer:
            right = any(diagrams.alike([start, stop], one) for one in expected)
            diagrams.line(axes, (at(start), y), (at(stop), y), tone="green" if right else "red", thick=5)
        for end in {end for pair in answer for end in pair}:
            diagrams.line(axes, (at(end), y - 0.18), (at(end), y + 0.18), thick=1.5)
        told = ", ".join(f"{start} to {stop}" for start, stop in answer) or "nothing"
        diagrams.words(axes, 0, y + 0.45, told, size=9)
        return y + 0.7

    y = diagrams.answers(axes, 0.5 * len(given), got, expected, clean)
    told = f"Blue: recorded; gold: outages; green: clean for at least {least} s; red: a stretch that is not so."
    diagrams.words(axes, 0, y, told, size=9)
    diagrams.fit(axes)
