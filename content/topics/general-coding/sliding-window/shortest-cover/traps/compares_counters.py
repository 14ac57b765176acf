# caught by: 100,000 events and 1,000 needed kinds
# Looks at every needed kind after each step: right, and a thousand times too slow.
from collections import Counter


def shortest_cover(events, needed):
    if not any(needed.values()):
        return 0, 0
    inside, best, start = Counter(), None, 0
    for stop, event in enumerate(events, 1):
        inside[event] += 1
        while not Counter(needed) - inside:
            if best is None or stop - start < best[1] - best[0]:
                best = start, stop
            inside[events[start]] -= 1
            start += 1
    return best
