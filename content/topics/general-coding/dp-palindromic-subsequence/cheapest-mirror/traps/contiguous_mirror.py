# caught by: The example in the statement
# Keeps the heaviest stretch that mirrors itself: layers that stay need not be neighbors.
def cheapest_mirror(widths, costs):
    best = 0
    for center in range(2 * len(widths)):
        i, j = (center - 1) // 2, center // 2
        kept = 0
        if center % 2 == 0 and j < len(widths):
            i, kept = j - 1, costs[j]
            j += 1
            best = max(best, kept)
        while i >= 0 and j < len(widths) and widths[i] == widths[j]:
            kept += costs[i] + costs[j]
            best = max(best, kept)
            i, j = i - 1, j + 1
    return sum(costs) - best
