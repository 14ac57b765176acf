# caught by: 5,000 samples and a band of 2
# Remembered recursion from the last pair: thousands of calls deep, more than Python allows.
import math
from functools import cache


def align(a, b, band, stall):
    @cache
    def cost(i, j):
        if i < 0 or j < 0 or abs(i - j) > band:
            return math.inf
        here = abs(a[i] - b[j])
        if i == j == 0:
            return here
        return here + min(cost(i - 1, j - 1), cost(i - 1, j) + stall, cost(i, j - 1) + stall)

    total = cost(len(a) - 1, len(b) - 1)
    return None if total == math.inf else total
