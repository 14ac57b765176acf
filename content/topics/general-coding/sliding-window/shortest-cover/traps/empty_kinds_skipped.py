# caught by: An empty log, a short cover behind a long stretch, the whole of 100,000 events
# `if event` where the kind of an event may be the empty text.
from collections import Counter


def shortest_cover(events, needed):
    short = Counter(needed)
    missing = sum(needed.values())
    if missing == 0:
        return 0, 0
    best, start = None, 0
    for stop, event in enumerate(events, 1):
        if event:
            missing -= short[event] > 0
            short[event] -= 1
        while missing == 0:
            if best is None or stop - start < best[1] - best[0]:
                best = start, stop
            short[events[start]] += 1
            missing += short[events[start]] > 0
            start += 1
    return best
