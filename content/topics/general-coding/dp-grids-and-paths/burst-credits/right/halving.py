# Binary search on the start, forward with the largest balance at each cell: O(rows * columns * log(cap)).
def least_start(grid, cap):
    def gets_through(start):
        row = [-1] * len(grid[0])
        row[0] = start
        for values in grid:
            for j, value in enumerate(values):
                before = max(row[j], row[j - 1]) if j else row[j]
                row[j] = max(-1, min(cap, before + value)) if before >= 0 else -1
        return row[-1] >= 0

    low, high = 0, cap + 1
    while low < high:
        middle = (low + high) // 2
        if gets_through(middle):
            high = middle
        else:
            low = middle + 1
    return low if low <= cap else None
