# caught by: 20,000 scores
# Checks every score from the highest down instead of halving.
from itertools import accumulate


def sustained(scores, length, percent):
    for wanted in sorted(set(scores), reverse=True):
        totals = list(accumulate((100 - percent if score >= wanted else -percent for score in scores), initial=0))
        lowest = list(accumulate(totals, min))
        if any(totals[stop] >= lowest[stop - length] for stop in range(length, len(totals))):
            return wanted
    return None
