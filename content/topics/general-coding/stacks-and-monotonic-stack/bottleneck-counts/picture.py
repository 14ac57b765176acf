"""The rates as columns, how far the runs of each stage reach, and the counts: yours and the expected ones."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True

HIGH = 3.0
"""Units of the highest column."""


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no stages, or more than 16."""
    (rates,) = diagrams.given(call, "rates")
    if not 0 < len(rates) <= 16:
        raise ValueError("too many stages to see anything, or none")
    axes = diagrams.sheet(figure)
    got = diagrams.plain(got)
    wide = diagrams.breadth([*rates, *expected])
    for at, rate in enumerate(rates):
        high = HIGH * rate / max(*rates, 1)
        diagrams.cell(axes, at * wide, HIGH - high, None, tone="gray", wide=wide, high=high)
        diagrams.words(axes, (at + 0.5) * wide, HIGH + 0.3, str(rate), align="center")
    diagrams.words(axes, -0.3, HIGH + 0.3, "rates", size=9, align="right")
    y = HIGH + 0.9
    yours = list(got) if isinstance(got, list) else []
    for at in range(len(rates)):
        left, right = _reach(rates, at)
        wrong = at < len(yours) and yours[at] != expected[at]
        tone = "red" if wrong else "blue"
        diagrams.line(axes, (left * wide + 0.1, y), (right * wide - 0.1, y), tone=tone, thick=2)
        diagrams.line(axes, ((at + 0.5) * wide, y - 0.14), ((at + 0.5) * wide, y + 0.14), tone=tone, thick=5)
        told = f"{at + 1 - left} start{'s' * (at > left)} by {right - at} end{'s' * (right > at + 1)}"
        diagrams.words(axes, len(rates) * wide + 0.3, y, told, tone=tone, size=8.5)
        y += 0.5

    def counts(answer: Any, y: float) -> float:
        if not isinstance(answer, list):
            raise TypeError("no list")
        shown = list(answer)[: len(rates) + 2]
        for at, value in enumerate(shown):
            wrong = at >= len(expected) or value != expected[at]
            diagrams.cell(axes, at * wide, y, value, tone="red" if wrong else "plain", wide=wide)
        return y + 1

    diagrams.answers(axes, y, got, expected, counts)
    diagrams.fit(axes)


def _reach(rates: list[int], at: int) -> tuple[int, int]:
    """The longest run of which a stage is the bottleneck."""
    left, right = at, at + 1
    while left > 0 and rates[left - 1] > rates[at]:
        left -= 1
    while right < len(rates) and rates[right] >= rates[at]:
        right += 1
    return left, right
