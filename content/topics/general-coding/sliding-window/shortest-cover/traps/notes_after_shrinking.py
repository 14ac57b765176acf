# caught by: The example in the statement
# The stretch is noted once it has been shrunk too far, and then widened by one in the wrong place.
from collections import Counter


def shortest_cover(events, needed):
    short, missing = Counter(needed), sum(needed.values())
    if not missing:
        return 0, 0
    best, start = None, 0
    for stop, event in enumerate(events, 1):
        missing -= short[event] > 0
        short[event] -= 1
        shrunk = False
        while missing == 0:
            short[events[start]] += 1
            missing += short[events[start]] > 0
            start, shrunk = start + 1, True
        if shrunk and (best is None or stop - start < best[1] - best[0]):
            best = start, stop
    return best
