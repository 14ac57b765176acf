"""The free GPUs as columns, with the run of one length on them: the first that is not as expected, else the largest."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

HIGH = 4.0
"""Units of the highest column."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for an empty calendar, or more than 24 hours."""
    (free,) = diagrams.given(call, "free")
    if not 0 < len(free) <= 24:
        raise ValueError("too many hours to see anything, or none")
    axes = diagrams.sheet(figure)
    got = diagrams.plain(got)
    count = len(free)
    wide = diagrams.breadth(free)
    hours = _shown(got, expected, count)

    def calendar(answer: Any, y: float) -> float:
        gpus, start = answer[hours - 1]
        if not 0 <= start <= count - hours:
            raise ValueError("the run is not within the calendar")
        top = max(*free, 1, gpus)
        for at, many in enumerate(free):
            high = HIGH * many / top
            diagrams.cell(axes, at * wide, y + HIGH - high, None, tone="gray", wide=wide, high=high)
            diagrams.words(axes, (at + 0.5) * wide, y + HIGH + 0.3, str(many), size=9, align="center")
            diagrams.words(axes, (at + 0.5) * wide, y + HIGH + 0.75, str(at), size=7, tone="faint", align="center")
        high = HIGH * gpus / top
        fits = all(many >= gpus for many in free[start : start + hours])
        tone = "blue" if fits else "red"
        diagrams.cell(axes, start * wide, y + HIGH - high, None, tone=tone, wide=hours * wide, high=high)
        told = f"{gpus} GPUs for {hours} hour{'s' * (hours > 1)}, from hour {start}"
        diagrams.words(axes, count * wide + 0.4, y + 0.4, told, tone=tone, size=9.5)
        if not fits:
            diagrams.words(axes, count * wide + 0.4, y + 0.9, "more than are free", tone=tone, size=9.5)
        return y + HIGH + 0.8

    diagrams.answers(axes, 0, got, expected, calendar)
    diagrams.fit(axes)


def _shown(got: Any, expected: Any, count: int) -> int:
    """The first length for which the answers differ, else that of the run with the most GPU hours."""
    for place, right in enumerate(expected):
        if isinstance(got, list) and place < len(got) and not diagrams.alike(got[place], right):
            return place + 1
    return max(range(1, count + 1), key=lambda hours: hours * expected[hours - 1][0])
