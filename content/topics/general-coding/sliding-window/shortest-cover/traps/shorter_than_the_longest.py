# caught by: An empty log, a short cover behind a long stretch, the whole of 100,000 events
# Begins with the greatest length of a log as the one to beat, which the whole log does not.
def shortest_cover(events, needed):
    lack = {k: v for k, v in needed.items() if v > 0}
    missing = sum(lack.values())
    if not missing:
        return 0, 0
    best, answer = 100_000, None
    start = 0
    for stop, e in enumerate(events, 1):
        if e in lack:
            missing -= lack[e] > 0
            lack[e] -= 1
        while missing == 0:
            if stop - start < best:
                best, answer = stop - start, (start, stop)
            f = events[start]
            start += 1
            if f in lack:
                lack[f] += 1
                missing += lack[f] > 0
    return answer
