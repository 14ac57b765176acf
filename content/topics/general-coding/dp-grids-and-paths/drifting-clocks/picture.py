"""The table of least costs: what it takes to have paired up both series so far, and the way through it."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True

INFINITE = float("inf")


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 14 samples."""
    a, b, band, stall = diagrams.given(call, "a", "b", "band", "stall")
    if max(len(a), len(b)) > 14:
        raise ValueError("too many samples to see anything")
    axes = diagrams.sheet(figure)
    least, path = _least(a, b, band, stall)
    rows = [[None if cost == INFINITE else cost for cost in row] for row in least]
    tones = {(i, j): "faint" for i, row in enumerate(rows) for j, cost in enumerate(row) if cost is None}
    tones |= dict.fromkeys(path, "blue")
    wide = diagrams.breadth([*b, *(cost for row in rows for cost in row if cost is not None)])
    diagrams.words(axes, 0, 0, "b", size=9)
    diagrams.words(axes, -0.2, 0, "a", size=9, align="right")
    diagrams.table(axes, 0, 0.75, rows, across=b, down=a, tones=tones, wide=wide)
    y = 1.1 + len(a)
    told = "In a cell: the least cost up to this pair" + ("; blue: the path to the last one." if path else ".")
    diagrams.words(axes, 0, y, told, size=9)
    if any(cost is None for row in rows for cost in row):
        diagrams.words(axes, 0, y + 0.5, f"Empty: out of reach, with a band of {band}.", size=9)
        y += 0.5
    diagrams.told(axes, y + 0.4, got, expected)
    diagrams.fit(axes)


def _least(a: list[int], b: list[int], band: int, stall: int) -> tuple[list[list[float]], list[tuple[int, int]]]:
    """The least cost up to each pair, and the pairs of one best way, empty if there is none."""
    least = [[INFINITE] * len(b) for _ in a]
    before: dict[tuple[int, int], tuple[int, int]] = {}
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if abs(i - j) > band:
                continue
            ways = [(least[i - 1][j - 1], (i - 1, j - 1))] if i and j else []
            ways += [(least[i - 1][j] + stall, (i - 1, j))] if i else []
            ways += [(least[i][j - 1] + stall, (i, j - 1))] if j else []
            cost, place = min(ways, default=(0, (0, 0)))
            least[i][j], before[i, j] = cost + abs(one - other), place
    if least[-1][-1] == INFINITE:
        return least, []
    path = [(len(a) - 1, len(b) - 1)]
    while path[-1] != (0, 0):
        path.append(before[path[-1]])
    return least, path
