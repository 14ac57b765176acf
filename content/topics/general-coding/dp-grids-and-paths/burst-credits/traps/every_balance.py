# caught by: Random grids
# Tries one start after the other: as many walks as there are credits.
def least_start(grid, cap):
    for start in range(cap + 1):
        row = [-1] * len(grid[0])
        row[0] = start
        for values in grid:
            for j, value in enumerate(values):
                before = max(row[j], row[j - 1] if j else -1)
                row[j] = max(-1, min(cap, before + value)) if before >= 0 else -1
        if row[-1] >= 0:
            return start
    return None
