# caught by: Every pair of short series
# Aligns over all pairs and looks at the band for the lengths only.
import math


def align(a, b, band, stall):
    if abs(len(a) - len(b)) > band:
        return None
    before = [math.inf] * (len(b) + 1)
    before[0] = 0
    for sample in a:
        row = [math.inf]
        for j, other in enumerate(b):
            row.append(min(before[j], before[j + 1] + stall, row[j] + stall) + abs(sample - other))
        before = row
    return before[-1]
