# caught by: Random grids
# Follows every path by recursion, without remembering what a cell needs: exponential.
import math


def least_start(grid, cap):
    def need(i, j):
        if i == len(grid) or j == len(grid[0]):
            return math.inf
        last = i == len(grid) - 1 and j == len(grid[0]) - 1
        after = 0 if last else min(need(i + 1, j), need(i, j + 1))
        before = max(0, after - grid[i][j])
        return before if before <= cap else math.inf

    start = need(0, 0)
    return None if start == math.inf else start
