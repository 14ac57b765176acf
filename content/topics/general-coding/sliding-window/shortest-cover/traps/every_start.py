# caught by: 100,000 events and 1,000 needed kinds
# Begins anew at every start: quadratic where covers are long.
from collections import Counter


def shortest_cover(events, needed):
    needed = {kind: count for kind, count in needed.items() if count}
    if not needed:
        return 0, 0
    best = None
    for start in range(len(events)):
        short, missing = dict(needed), sum(needed.values())
        for stop in range(start, len(events)):
            if best is not None and stop - start + 1 >= best[1] - best[0]:
                break
            if short.get(events[stop], 0) > 0:
                short[events[stop]] -= 1
                missing -= 1
                if missing == 0:
                    best = start, stop + 1
                    break
    return best
