"""The grid, and the most credits that are left after each cell when the machine begins with your answer."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

SHOWS_METHOD = True


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Raises ValueError for more than 8 rows or columns."""
    grid, cap = diagrams.given(call, "grid", "cap")
    if max(len(grid), len(grid[0])) > 8:
        raise ValueError("too many cells to see anything")
    axes = diagrams.sheet(figure)
    wide = diagrams.breadth([number for row in grid for number in row])
    diagrams.words(axes, 0, 0.25, "Credits by cell", size=10.5)
    diagrams.table(axes, 0, 0.7, grid, wide=wide)

    def walked(answer: Any, y: float) -> float:
        if not 0 <= answer <= cap:
            raise ValueError("no balance")
        left, path = _left(grid, cap, answer)
        tones = {place: "red" if balance is None else "plain" for place, balance in left.items()}
        tones |= dict.fromkeys(path, "blue")
        rows = [[left[i, j] for j in range(len(grid[0]))] for i in range(len(grid))]
        size = diagrams.breadth([balance for balance in left.values() if balance is not None])
        diagrams.table(axes, 0, y, rows, tones=tones, wide=size)
        told = f"starts with {answer}, " + (f"ends with {rows[-1][-1]}" if path else "but never gets to the end")
        diagrams.words(axes, len(grid[0]) * size + 0.4, y + 0.5, told, tone="blue" if path else "red", size=9.5)
        return y + len(grid)

    y = diagrams.answers(axes, len(grid) + 1.2, got, expected, walked, none=f"not even {cap} is enough")
    told = f"In a cell: the most credits left after it, at most {cap}; red: it would be below 0."
    diagrams.words(axes, 0, y, told, size=9)
    diagrams.fit(axes)


def _left(
    grid: list[list[int]], cap: int, start: int
) -> tuple[dict[tuple[int, int], int | None], list[tuple[int, int]]]:
    """The most credits left after each cell, None where it cannot be reached, and a way to the end, if there is one."""
    left: dict[tuple[int, int], int | None] = {}
    before: dict[tuple[int, int], tuple[int, int]] = {}
    for i, row in enumerate(grid):
        for j, number in enumerate(row):
            ways = [(left.get(place), place) for place in ((i - 1, j), (i, j - 1))]
            known = [(balance, place) for balance, place in ways if balance is not None]
            balance, place = (start, (-1, -1)) if i == j == 0 else max(known, default=(-cap - 1, (-1, -1)))
            after = min(cap, balance + number) if balance >= 0 else -1
            left[i, j], before[i, j] = after if after >= 0 else None, place
    path = [(len(grid) - 1, len(grid[0]) - 1)]
    if left[path[0]] is None:
        return left, []
    while path[-1] != (0, 0):
        path.append(before[path[-1]])
    return left, path
