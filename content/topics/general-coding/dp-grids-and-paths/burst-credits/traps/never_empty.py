# caught by: The example in the statement
# Keeps at least one credit at all times, as a knight keeps a point of health.
import math


def least_start(grid, cap):
    need = [math.inf] * len(grid[0])
    need[-1] = 1
    for row in reversed(grid):
        after = math.inf
        for column in reversed(range(len(row))):
            after = max(1, min(need[column], after) - row[column])
            if after > cap:
                after = math.inf
            need[column] = after
    return None if need[0] == math.inf else need[0]
