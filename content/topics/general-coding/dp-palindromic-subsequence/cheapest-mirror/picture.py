"""The layers with those that are kept in one best choice, and the table of least costs for every stretch."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for no layers, or more than 12."""
    widths, costs = diagrams.given(call, "widths", "costs")
    count = len(widths)
    if not 0 < count <= 12:
        raise ValueError("too many layers to see anything, or none")
    axes = diagrams.sheet(figure)
    least = _least(widths, costs)
    kept = _kept(widths, costs, least)
    wide = diagrams.breadth([*widths, *costs, *least.values()])
    tones = {at: "blue" if at in kept else "gray" for at in range(count)}
    diagrams.row(axes, 0, 0.3, widths, tones=tones, wide=wide)
    diagrams.words(axes, -0.3, 0.8, "width", size=9, align="right")
    diagrams.words(axes, -0.3, 1.6, "cost", size=9, align="right")
    for at, cost in enumerate(costs):
        tone = "plain" if at in kept else "red"
        diagrams.words(axes, (at + 0.5) * wide, 1.6, str(cost), tone=tone, size=9, align="center")
    told = f"Blue: kept; gray: removed, at a cost of {sum(cost for at, cost in enumerate(costs) if at not in kept)}."
    diagrams.words(axes, 0, 2.2, told, size=9)
    rows = [[least[i, j] if i <= j else None for j in range(count)] for i in range(count)]
    shades = {(i, j): "plain" if i <= j else "faint" for i in range(count) for j in range(count)}
    diagrams.table(axes, 0, 3.3, rows, across=widths, down=widths, tones={**shades, (0, count - 1): "blue"}, wide=wide)
    diagrams.words(
        axes, 0, 3.65 + count, "In a cell: the least cost for the stretch from its row to its column.", size=9
    )
    diagrams.told(axes, 4.05 + count, got, expected)
    diagrams.fit(axes)


def _least(widths: list[int], costs: list[int]) -> dict[tuple[int, int], int]:
    """The least cost of each stretch by its first and last layer; of an empty one 0."""
    least: dict[tuple[int, int], int] = {}
    for start in reversed(range(len(widths))):
        least[start, start] = 0
        for stop in range(start + 1, len(widths)):
            least[start, stop] = min(costs[start] + least[start + 1, stop], costs[stop] + least[start, stop - 1])
            if widths[start] == widths[stop]:
                least[start, stop] = min(least[start, stop], least.get((start + 1, stop - 1), 0))
    return least


def _kept(widths: list[int], costs: list[int], least: dict[tuple[int, int], int]) -> set[int]:
    start, stop = 0, len(widths) - 1
    kept: set[int] = set()
    while start <= stop:
        cost = least[start, stop]
        if start == stop or (widths[start] == widths[stop] and cost == least.get((start + 1, stop - 1), 0)):
            kept |= {start, stop}
            start, stop = start + 1, stop - 1
        elif cost == costs[start] + least[start + 1, stop]:
            start += 1
        else:
            stop -= 1
    return kept
