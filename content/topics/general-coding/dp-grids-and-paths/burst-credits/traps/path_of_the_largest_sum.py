# caught by: Every small grid
# Walks where most credits are left at each cell, and takes the start that this path needed.
def least_start(grid, cap):
    best = {}
    for i, row in enumerate(grid):
        for j, value in enumerate(row):
            before = [best[cell] for cell in ((i - 1, j), (i, j - 1)) if cell in best]
            total, needed = max(before) if before else (0, 0)
            total += value
            best[i, j] = (total, max(needed, -total))
    needed = best[len(grid) - 1, len(grid[0]) - 1][1]
    return needed if needed <= cap else None
