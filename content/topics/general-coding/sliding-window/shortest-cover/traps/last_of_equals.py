# caught by: Every log of up to five events of three kinds
# Of equally short stretches the last one is returned: `<=` where `<` is meant.
from collections import Counter


def shortest_cover(events, needed):
    short, missing = Counter(needed), sum(needed.values())
    if not missing:
        return 0, 0
    best, start = None, 0
    for stop, event in enumerate(events, 1):
        missing -= short[event] > 0
        short[event] -= 1
        while missing == 0:
            if best is None or stop - start <= best[1] - best[0]:
                best = start, stop
            short[events[start]] += 1
            missing += short[events[start]] > 0
            start += 1
    return best
