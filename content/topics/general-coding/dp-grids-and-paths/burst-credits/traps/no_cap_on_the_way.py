# caught by: Every small grid
# Looks at the cap at the end only: what is lost above it is missed later.
import math


def least_start(grid, cap):
    need = [math.inf] * len(grid[0])
    need[-1] = 0
    for row in reversed(grid):
        after = math.inf
        for column in reversed(range(len(row))):
            after = need[column] = max(0, min(need[column], after) - row[column])
    return need[0] if need[0] <= cap else None
