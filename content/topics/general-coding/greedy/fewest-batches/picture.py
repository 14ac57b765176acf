"""The requests as stretches of time, with batches that answer all of them."""

import heapq
from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True

LONG = 13.0
"""Units of the time line."""
COLORS = ["blue", "green", "gold"]


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no requests, or more than 20."""
    requests, size = diagrams.given(call, "requests", "size")
    if not 0 < len(requests) <= 20:
        raise ValueError("too many requests to see anything, or none")
    axes = diagrams.sheet(figure)
    first, last = min(arrival for arrival, _ in requests), max(deadline for _, deadline in requests)

    def at(moment: float) -> float:
        return LONG * (moment - first) / max(last - first, 1)

    batches = _batches(requests, size)
    low = 0.55 * len(requests)
    for number, (moment, answered) in enumerate(batches):
        tone = COLORS[number % len(COLORS)]
        beside = sum(other == moment for other, _ in batches[:number])
        x = at(moment) + 0.12 * beside
        diagrams.line(axes, (x, -0.4), (x, low), tone=tone, dots=True)
        diagrams.words(axes, x, low + 0.3 + 0.4 * (number % 2), str(moment), tone=tone, size=8, align="center")
        for place in answered:
            arrival, deadline = requests[place]
            diagrams.line(axes, (at(arrival), 0.55 * place), (at(deadline) + 0.06, 0.55 * place), tone=tone, thick=3)
            diagrams.words(axes, -0.3, 0.55 * place, f"{arrival} to {deadline}", size=8, align="right")
            diagrams.line(axes, (x, 0.55 * place - 0.12), (x, 0.55 * place + 0.12), tone=tone, thick=6)
    diagrams.words(axes, 0, low + 1.2, f"These batches of at most {size} answer every request.", size=9)
    diagrams.told(axes, low + 1.6, got, expected)
    diagrams.fit(axes)


def _batches(requests: list[tuple[int, int]], size: int) -> list[tuple[int, list[int]]]:
    """Moments, and which requests are answered then: always at a deadline, the most urgent first."""
    coming = sorted(range(len(requests)), key=lambda place: requests[place], reverse=True)
    waiting: list[tuple[int, int]] = []
    batches = []
    for moment in sorted({deadline for _, deadline in requests}):
        while coming and requests[coming[-1]][0] <= moment:
            place = coming.pop()
            heapq.heappush(waiting, (requests[place][1], place))
        while waiting and waiting[0][0] <= moment:
            batches.append((moment, [heapq.heappop(waiting)[1] for _ in range(min(size, len(waiting)))]))
    return batches
