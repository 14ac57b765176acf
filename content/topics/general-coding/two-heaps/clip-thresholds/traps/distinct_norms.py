# caught by: Every list of up to five small norms
# Keeps a sorted list of different norms: equal ones count only once.
from bisect import bisect_left


def clip_thresholds(norms, d):
    seen, thresholds = [], []
    for norm in norms:
        place = bisect_left(seen, norm)
        if place == len(seen) or seen[place] != norm:
            seen.insert(place, norm)
        thresholds.append(seen[len(seen) - 1 - len(seen) // d])
    return thresholds
