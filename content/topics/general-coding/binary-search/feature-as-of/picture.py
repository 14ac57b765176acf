"""The values and the moments on a time line, each moment with the stretch that it looks back on."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams, show

LONG = 10.0
"""Units of the time line."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError where there are too many values or moments to see anything."""
    times, values, moments, age = diagrams.given(call, "times", "values", "moments", "max_age")
    if not 0 < len(times) + len(moments) <= 30 or len(moments) > 12:
        raise ValueError("too many values or moments to see anything, or none")
    axes = diagrams.sheet(figure)
    got, expected = diagrams.plain(got), diagrams.plain(expected)
    first, last = min([*times, *moments]), max([*times, *moments])

    def at(time: float) -> float:
        return LONG * (min(max(time, first), last) - first) / max(last - first, 1)

    diagrams.line(axes, (0, 0), (LONG, 0))
    for moment in dict.fromkeys(moments):
        diagrams.line(axes, (at(moment), -0.12), (at(moment), 0.12), thick=2, tone="green")
    for time in dict.fromkeys(times):
        diagrams.line(axes, (at(time), -0.12), (at(time), 0.12), thick=2, tone="blue")
        written = [show(value, longest=12) for when, value in zip(times, values, strict=True) if when == time]
        for place, value in enumerate(reversed(written)):
            diagrams.words(axes, at(time), -0.4 - 0.42 * place, value, tone="blue", align="center")
        diagrams.words(axes, at(time), 0.38, str(time), size=8, align="center")
    sides = diagrams.sides(got, expected)
    told = [_told(answer, len(moments)) for _, answer in sides]
    for column, (title, _) in enumerate(sides):
        diagrams.words(axes, LONG + 0.4 + 3 * column, 0.5, title)
    for place, moment in enumerate(moments):
        y = 1.3 + 0.75 * place
        diagrams.line(axes, (at(moment - age), y), (at(moment), y), tone="green", thick=3)
        diagrams.line(axes, (at(moment), 0.65), (at(moment), y), tone="faint", dots=True)
        diagrams.words(axes, -0.3, y, f"at {moment}", size=9, align="right")
        for column, answers in enumerate(told):
            tone = "plain" if answers[place] == told[-1][place] else "red"
            diagrams.words(axes, LONG + 0.4 + 3 * column, y, answers[place], tone=tone)
    y = 1.3 + 0.75 * len(moments)
    if not isinstance(got, list):
        diagrams.words(axes, LONG + 0.4, y, f"no list: {show(got, longest=30)}", tone="red", size=9)
    diagrams.words(axes, 0, y, f"green: the {age} s before a moment, the moment itself excluded", size=9)
    diagrams.fit(axes)


def _told(answer: Any, count: int) -> list[str]:
    """The entries of an answer as text, a dash where there is none."""
    entries = list(answer)[:count] if isinstance(answer, list) else []
    return [show(entry, longest=16) for entry in entries] + ["-"] * (count - len(entries))
