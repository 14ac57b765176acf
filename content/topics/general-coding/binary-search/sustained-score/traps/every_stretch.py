# caught by: 20,000 scores
# The check of one score compares every start with every stop: quadratic.
from itertools import accumulate


def sustained(scores, length, percent):
    def lasts(wanted):
        totals = list(accumulate((100 - percent if score >= wanted else -percent for score in scores), initial=0))
        return any(totals[stop] >= min(totals[: stop - length + 1]) for stop in range(length, len(totals)))

    candidates = sorted(set(scores))
    low, high = 0, len(candidates) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lasts(candidates[middle]):
            low = middle
        else:
            high = middle - 1
    return candidates[low]
