# Pairs within the band in a dict, row by row.
import math


def align(a, b, band, stall):
    costs = {(-1, -1): 0}
    for i in range(len(a)):
        for j in range(max(0, i - band), min(len(b), i + band + 1)):
            best = costs.get((i - 1, j - 1), math.inf)
            best = min(best, costs.get((i - 1, j), math.inf) + stall, costs.get((i, j - 1), math.inf) + stall)
            costs[i, j] = best + abs(a[i] - b[j])
    return costs.get((len(a) - 1, len(b) - 1)) if abs(len(a) - len(b)) <= band else None
