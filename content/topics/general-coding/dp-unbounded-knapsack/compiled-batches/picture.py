"""The least latency for 0, 1, 2, ... requests, and the batches that serve all of them."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no requests, or more than 20."""
    batches, requests = diagrams.given(call, "batches", "requests")
    if not 0 < requests <= 20:
        raise ValueError("too many requests to see anything, or none")
    axes = diagrams.sheet(figure)
    least, last = [0], [(0, 0)]
    for served in range(1, requests + 1):
        options = [(least[max(0, served - size)] + latency, (size, latency)) for size, latency in batches]
        cost, batch = min(options)
        least.append(cost)
        last.append(batch)
    stops = [requests]
    while stops[-1] > 0:
        stops.append(max(0, stops[-1] - last[stops[-1]][0]))
    wide = diagrams.breadth(least)
    diagrams.words(axes, 0, 0, "In a cell: the least latency for that many requests.", size=9)
    diagrams.row(axes, 0, 0.8, least, tones=dict.fromkeys(stops, "blue"), wide=wide)
    y = 2.3
    for stop in stops[:-1]:
        size, latency = last[stop]
        start = max(0, stop - size)
        diagrams.bracket(axes, (start + 0.5) * wide, (stop + 0.5) * wide, y)
        padding = f", {size - stop} of padding" * (size > stop)
        told = f"a batch of {size} for {latency}{padding}"
        diagrams.words(axes, (stop + 0.5) * wide + 0.25, y, told, tone="blue", size=9)
        y += 0.6
    diagrams.told(axes, y, got, expected)
    diagrams.fit(axes)
