# Top down from the first cell; as deep as a path is long.
import math
from functools import cache


def least_start(grid, cap):
    rows, columns = len(grid), len(grid[0])

    @cache
    def need(i, j):
        if (i, j) == (rows - 1, columns - 1):
            after = 0
        else:
            after = min(
                need(i + 1, j) if i + 1 < rows else math.inf,
                need(i, j + 1) if j + 1 < columns else math.inf,
            )
        before = max(0, after - grid[i][j])
        return before if before <= cap else math.inf

    return None if need(0, 0) == math.inf else need(0, 0)
