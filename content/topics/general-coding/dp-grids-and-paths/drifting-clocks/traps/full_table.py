# caught by: 5,000 samples and a band of 2
# A table of all pairs, infinite outside of the band: right, and quadratic.
import math


def align(a, b, band, stall):
    before = [math.inf] * (len(b) + 1)
    before[0] = 0
    for i, sample in enumerate(a):
        row = [math.inf]
        for j, other in enumerate(b):
            if abs(i - j) > band:
                row.append(math.inf)
            else:
                row.append(min(before[j], before[j + 1] + stall, row[j] + stall) + abs(sample - other))
        before = row
    return None if before[-1] == math.inf else before[-1]
