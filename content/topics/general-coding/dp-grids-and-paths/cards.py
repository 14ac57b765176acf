"""Numeric cards on grids: paths around what is blocked, and the cheapest one."""

import math
import random

from sharpen.domain.card import Numeric


def paths(rows: int, columns: int, blocked: list[tuple[int, int]]) -> int:
    """How many paths right and down there are from corner to corner around blocked cells."""
    row = [1] + [0] * (columns - 1)
    for i in range(rows):
        for j in range(columns):
            if (i, j) in blocked:
                row[j] = 0
            elif j:
                row[j] += row[j - 1]
    return row[-1]


def draw_grid(rng: random.Random) -> tuple[int, int, list[tuple[int, int]]]:
    rows, columns = rng.randint(3, 4), rng.randint(3, 5)
    inside = [(i, j) for i in range(rows) for j in range(columns)][1:-1]
    return rows, columns, sorted(rng.sample(inside, rng.choice((1, 1, 2))))


def ways_around(rng: random.Random) -> Numeric:
    rows, columns, blocked = draw_grid(rng)
    answer = paths(rows, columns, blocked)
    free = math.comb(rows + columns - 2, rows - 1)
    shown = " and ".join(f"row {i + 1}, column {j + 1}" for i, j in blocked)
    cells = f"the cell in {shown} is" if len(blocked) == 1 else f"the cells in {shown} are"
    return Numeric(
        f"A grid has {rows} rows and {columns} columns; {cells} blocked. How many paths lead from the top left to the "
        "bottom right, each step right or down?",
        answer,
        "Each free cell has as many paths as the cell above and the one to its left together, and a blocked one none: "
        f"{answer} in the last cell. With nothing blocked there would be {free}.",
    )


def cheapest(grid: list[list[int]]) -> int:
    """The least sum of a path right and down from corner to corner."""
    row: list[float] = [0] + [math.inf] * (len(grid[0]) - 1)
    for prices in grid:
        for j, price in enumerate(prices):
            row[j] = price + min(row[j], row[j - 1] if j else math.inf)
    return int(row[-1])


def draw_prices(rng: random.Random) -> list[list[int]]:
    return [[rng.randint(1, 9) for _ in range(3)] for _ in range(3)]


def cheapest_path(rng: random.Random) -> Numeric:
    grid = draw_prices(rng)
    answer = cheapest(grid)
    shown = " / ".join(" ".join(map(str, row)) for row in grid)
    return Numeric(
        "What does the cheapest path from the top left to the bottom right cost, right and down only, both ends "
        f"included? Rows: {shown}.",
        answer,
        "There are six paths; cell by cell, each takes the cheaper of its two ways in, and the last cell holds "
        f"{answer}.",
    )


CARDS = [ways_around, cheapest_path]
