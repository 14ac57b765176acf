# caught by: Every percentage of a hundred scores is exact
# Weighs with percent / 100 in floating point, where 7 of 100 are a little less than 7 percent.
from itertools import accumulate


def sustained(scores, length, percent):
    share = percent / 100

    def lasts(wanted):
        totals = list(accumulate(((score >= wanted) - share for score in scores), initial=0.0))
        lowest = float("inf")
        for stop in range(length, len(totals)):
            lowest = min(lowest, totals[stop - length])
            if totals[stop] >= lowest:
                return True
        return False

    candidates = sorted(set(scores))
    low, high = 0, len(candidates) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lasts(candidates[middle]):
            low = middle
        else:
            high = middle - 1
    return candidates[low]
