"""Every path, and on each the smallest start by trying them all, or for large caps those that some step just allows."""

from itertools import combinations


def least_start(grid, cap):
    rows, columns = len(grid), len(grid[0])
    best = None
    for down in combinations(range(rows + columns - 2), rows - 1):
        i = j = 0
        values = [grid[0][0]]
        for step in range(rows + columns - 2):
            i, j = (i + 1, j) if step in down else (i, j + 1)
            values.append(grid[i][j])
        # The least start leaves the balance at exactly zero somewhere, before any gain was cut off; or it is zero.
        sums = [sum(values[:count]) for count in range(len(values) + 1)]
        starts = sorted({-total for total in sums if 0 <= -total <= cap} | {0})
        start = next((start for start in starts if walks(start, values, cap)), None)
        if start is not None and (best is None or start < best):
            best = start
    return best


def walks(balance, values, cap):
    for value in values:
        balance = min(cap, balance + value)
        if balance < 0:
            return False
    return True


def inputs(rng, draw):
    most = int(rng.choice([1, 4, 30, 10**6]))
    shape = int(rng.integers(1, 6)), int(rng.integers(1, 6))
    grid = rng.integers(-most - most // 4, most + 1, shape).tolist()
    return grid, int(rng.integers(0, min(10**6, 4 * most) + 1))
