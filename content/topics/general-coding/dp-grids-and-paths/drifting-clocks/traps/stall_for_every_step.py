# caught by: Every pair of short series
# Charges the stall for steps in which both move on as well.
import math


def align(a, b, band, stall):
    costs = {}
    for i in range(len(a)):
        for j in range(max(0, i - band), min(len(b), i + band + 1)):
            before = [costs.get(cell, math.inf) for cell in ((i - 1, j - 1), (i - 1, j), (i, j - 1))]
            costs[i, j] = abs(a[i] - b[j]) + (min(before) + stall if (i, j) != (0, 0) else 0)
    cost = costs.get((len(a) - 1, len(b) - 1), math.inf)
    return None if cost == math.inf else cost
